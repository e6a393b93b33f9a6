"""`{% follow_control "topic" topic.pk %}`: the three levels as a form. Give `level=` in lists: it asks nothing then."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from following.control import control

register = template.Library()


@register.simple_tag(takes_context=True)
def follow_control(
    context: template.RequestContext, kind: str, object_id: int, *, level: str | None = None, compact: bool = False
) -> SafeString:
    """Return the control for this viewer; a visitor gets none, and an empty string stands for `none`.

    `level` is what the page already knows; without it one statement asks. `compact` shows it on one line.
    """
    request: Any = context["request"]
    parts = control(request.viewer, kind=kind, object_id=object_id, level=level, compact=compact)
    if not parts["shown"]:
        return SafeString()
    return render_to_string("following/partials/_control.html", parts, request=request)
