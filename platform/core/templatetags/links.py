"""`{% item_links kind pk %}` shows the links of an item to this viewer and leads to adding one."""

from typing import Any

from django import template

from core.links.queries import links_of

register = template.Library()


@register.inclusion_tag("core/item_links.html", takes_context=True)
def item_links(context: template.RequestContext, kind: str, pk: int) -> dict[str, Any]:
    """Return what the template prints; one statement and one per kind of linked item."""
    request = context["request"]
    return {
        "groups": links_of(kind, pk, request.viewer),
        "kind": kind,
        "pk": pk,
        "here": f"{kind}:{pk}",
        "viewer": request.viewer,
        "csrf_token": context.get("csrf_token"),
    }
