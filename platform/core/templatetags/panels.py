"""`{% panels "place" object %}` shows what other apps registered for a place. It asks nothing itself."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from core.panels import panels_for

register = template.Library()


@register.simple_tag(takes_context=True)
def panels(context: template.RequestContext, place: str, about: Any = None) -> SafeString:
    """Return the HTML of every panel of the place that has something for this viewer."""
    request = context["request"]
    parts: list[str] = []
    for panel in panels_for(place):
        provided = panel.provide(about, request.viewer)
        if provided is not None:
            parts.append(render_to_string(panel.template, {"about": about, **provided}, request=request).strip())
    return mark_safe("".join(parts))  # noqa: S308  each part is a rendered template, escaped there
