"""Changing a level, and the page of everything one follows. Works without JavaScript; htmx gets the control alone."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.kinds import all_kinds, load_visible
from core.viewer import Viewer, viewer_of
from following.control import control
from following.models import Follow, FollowLevel
from following.services import NotFollowable, followed_by, set_level

SHOWN = 500


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, kind: str, object_id: int) -> HttpResponse:
    """Store the level; answer htmx with the control, others with the page they came from.

    Who had to sign in first arrives by GET, without the choice: she is led to the item.
    """
    if request.method == "GET":
        return redirect("go", kind=kind, pk=object_id)
    try:
        set_level(by=request.user, kind=kind, object_id=object_id, level=request.POST.get("level", ""))
    except NotFollowable as error:
        raise Http404 from error
    except ValueError:
        return HttpResponse(_("Choose one of the three levels."), status=422, content_type="text/plain; charset=utf-8")
    if request.headers.get("HX-Request"):
        context = control(viewer_of(request), kind=kind, object_id=object_id, compact=request.POST.get("compact"))
        context["next"] = request.POST.get("next", "")
        return render(request, "following/partials/_control.html", context)
    messages.success(request, _("Saved."))
    return redirect(_back(request))


@login_required
@never_cache
@require_safe
def following_list(request: HttpRequest) -> HttpResponse:
    """Show what she follows and may still see, by kind, each with its level."""
    viewer = viewer_of(request)
    rows = list(followed_by(request.user.pk)[:SHOWN]) if request.user.pk else []
    return render(request, "following/list.html", {"groups": _groups(rows, viewer), "levels": FollowLevel.choices})


def _groups(rows: list[Follow], viewer: Viewer) -> list[dict[str, Any]]:
    items = load_visible([(row.kind, row.object_id) for row in rows], viewer)
    groups = []
    for kind in all_kinds():
        entries = [
            {"row": row, "title": kind.title(item), "language": kind.language(item), "href": kind.address(item)}
            for row in rows
            if row.kind == kind.code and (item := items.get((row.kind, row.object_id))) is not None
        ]
        if entries:
            groups.append({"kind": kind.code, "label": kind.name_plural, "entries": entries})
    return groups


def _back(request: HttpRequest) -> str:
    """Return the page the form was on: what it says itself, else the referrer, else the list."""
    asked = request.POST.get("next") or urlsplit(request.headers.get("Referer", "")).path
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if asked and safe else reverse("following:list")
