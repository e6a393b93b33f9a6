"""What templates ask about platforms: the menu of a member's own, and which of them a page belongs to."""

from typing import Any

from django import template

from core.site import settings_of
from platforms.models import Platform
from platforms.switcher import Place, places_of
from platforms.who_is_here import who_is_here

register = template.Library()

# The names under which views hand over what a page is about.
OF_THE_PAGE = ("platform", "forum", "topic", "page")


@register.simple_tag(takes_context=True)
def platform_menu(context: template.RequestContext) -> dict[str, Any] | None:
    """Return {places, here} for a member who belongs somewhere, else None; `here` is None off the platforms."""
    request = context.get("request")
    if request is None or not hasattr(request, "viewer"):
        return None
    places = places_of(request)
    return {"places": places, "here": _here(context, places)} if places else None


@register.simple_tag(takes_context=True)
def who_meets(context: template.RequestContext) -> dict[str, Any] | None:
    """Return who is here, in numbers and names, for a visitor; the epoch is the one this page has read anyway."""
    request = context["request"]
    return who_is_here(request.viewer, epoch=settings_of(request).epoch)


def _here(context: template.RequestContext, places: list[Place]) -> Place | None:
    for name in OF_THE_PAGE:
        if place := _place_of(context.get(name), context["request"].viewer, places):
            return place
    return None


def _place_of(thing: Any, viewer: Any, places: list[Place]) -> Place | None:
    """Return where a thing stands without asking the database; a platform she may not see is not named."""
    platform = thing if isinstance(thing, Platform) else _loaded_platform(thing)
    known = platform.pk if platform else getattr(thing, "platform_id", None)
    for place in places:
        if place.pk == known:
            return place
    if platform and platform.can_be_viewed_by(viewer):
        return Place(pk=platform.pk, name=platform.name, href=platform.get_absolute_url())
    return None


def _loaded_platform(thing: Any) -> Platform | None:
    state = getattr(thing, "_state", None)
    platform = getattr(state, "fields_cache", {}).get("platform")
    return platform if isinstance(platform, Platform) else None
