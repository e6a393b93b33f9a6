"""Adding, confirming and removing links. What the viewer may not see at either end is a 404."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.kinds import get_kind, load_visible
from core.links.forms import LinkForm
from core.links.permissions import can_decide_link, can_withdraw_link
from core.links.queries import visible_link
from core.links.services import Note, confirm_link, propose_link, remove_link
from core.models import ItemLink
from core.ratelimit import allow

Reference = tuple[str, int]


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Link an item to another one by its address."""
    source = (kind, pk)
    viewer = request.viewer  # type: ignore[attr-defined]  # ViewerMiddleware
    item = load_visible([source], viewer).get(source)
    if item is None:
        raise Http404
    form = LinkForm(request.POST or None, viewer=viewer, source=source)
    if request.method == "POST" and form.is_valid() and _added(request, form, source, item):
        return redirect(get_kind(kind).address(item))
    context = {"form": form, "item_title": get_kind(kind).title(item), "item_href": get_kind(kind).address(item)}
    return render(request, "core/link_form.html", context, status=422 if form.is_bound else 200)


def _added(request: HttpRequest, form: LinkForm, source: Reference, item: Any) -> bool:
    viewer = request.viewer  # type: ignore[attr-defined]  # ViewerMiddleware
    if not allow("link", who=f"person:{viewer.person_id}"):
        form.add_error(None, _("You have added many links in a short time. Wait a minute and try again."))
        return False
    target = form.cleaned_data["address"]
    ends = {source: item, **load_visible([target], viewer)}
    link = propose_link(
        source,
        target=target,
        relation=form.cleaned_data["relation"],
        by=request.user,
        note=Note(text=form.cleaned_data["note"], language=get_language() or ""),
        decides=can_decide_link(viewer, ends),
    )
    if link is None:
        form.add_error("address", _("These two are linked like this already, or the link was taken off before."))
        return False
    confirmed = link.state == "confirmed"
    messages.success(request, _("Linked.") if confirmed else _("Proposed. Who answers for the item will look at it."))
    return True


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a proposed link to everybody."""
    link, ends = _there(request, pk)
    if not can_decide_link(request.viewer, ends):  # type: ignore[attr-defined]  # ViewerMiddleware
        raise PermissionDenied
    confirm_link(link, by=request.user)
    return _back(request, link, ends)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a link off, or a proposal back."""
    link, ends = _there(request, pk)
    viewer = request.viewer  # type: ignore[attr-defined]  # ViewerMiddleware
    if not (can_decide_link(viewer, ends) or can_withdraw_link(viewer, link)):
        raise PermissionDenied
    remove_link(link, by=request.user)
    return _back(request, link, ends)


def _there(request: HttpRequest, pk: int) -> tuple[ItemLink, dict[Reference, Any]]:
    found = visible_link(pk, request.viewer)  # type: ignore[attr-defined]  # ViewerMiddleware
    if found is None:
        raise Http404
    return found


def _back(request: HttpRequest, link: ItemLink, ends: dict[Reference, Any]) -> HttpResponse:
    """Return to the end from whose page the button was pressed."""
    source, target = (link.source_kind, link.source_id), (link.target_kind, link.target_id)
    here = target if request.POST.get("here") == f"{target[0]}:{target[1]}" else source
    return redirect(get_kind(here[0]).address(ends[here]))
