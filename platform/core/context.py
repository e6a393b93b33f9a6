"""What every page's template gets beside its own context. Asks the database for nothing but the settings row."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest  # noqa: TID251  a context processor is given the request
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from core.language_links import language_links
from core.site import settings_of


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the names used by base.html: site, viewer, language links, theme, shape."""
    network = SimpleLazyObject(lambda: settings_of(request))
    return {
        "site": network,
        "network": network,  # allauth's views put a `site` of their own into the context
        "viewer": getattr(request, "viewer", None),
        "language_links": SimpleLazyObject(lambda: language_links(request)),
        "interface_language": (get_language() or settings.LANGUAGE_CODE).split("-")[0],
        "theme": request.COOKIES.get("theme", "auto"),
        "embedded": settings.MOSTY_EMBEDDED,
        "controller_name": settings.CONTROLLER_NAME,
    }
