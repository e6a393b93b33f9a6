"""Pages of moderation: report an item, the queue of open reports, and the decision on one item."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core.kinds import Kind, get_kind
from core.ratelimit import allow
from core.viewer import Viewer, viewer_of
from moderation.forms import DecisionForm, ReportForm
from moderation.models import ModerationAct, Report, ReportState
from moderation.permissions import can_moderate_item, can_report_item
from moderation.services import dismiss_reports, hide_item, report_item, restore_item

QUEUE_SHOWN = 50
ACTS_SHOWN = 20
BESIDE = 12


def _kind(code: str) -> Kind:
    try:
        return get_kind(code)
    except KeyError as error:
        raise Http404 from error


@login_required
def report(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Report an item to its moderators; a second report of the same says that the first one is there."""
    found = _kind(kind)
    item = get_object_or_404(found.visible_to(viewer_of(request)), pk=pk)
    if not can_report_item(viewer_of(request), found):
        raise Http404
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context = {
            "form": form,
            "title": found.title(item),
            "language": found.language(item),
            "address": found.address(item),
        }
        return render(request, "moderation/report.html", context, status=422 if form.is_bound else 200)
    if not allow("report", who=f"person:{request.user.pk}"):
        messages.error(request, _("That was too often. Please try again later."))
    else:
        _row, new = report_item(found, item, by=request.user, **form.cleaned_data)
        messages.success(
            request,
            _("Thank you. The moderators have your report.") if new else _("You have reported this already."),
        )
    return redirect(found.address(item))


@login_required
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Show open reports of the platforms on which the viewer moderates, and the latest decisions there."""
    platforms = viewer_of(request).platforms_with("moderate")
    if not platforms and not viewer_of(request).is_admin:
        raise Http404
    acts = ModerationAct.objects.all()
    if not viewer_of(request).is_admin:
        acts = acts.filter(platform_id__in=platforms)
    rows = list(_open_reports(viewer_of(request)).select_related("reporter")[:QUEUE_SHOWN])
    decided = list(acts.select_related("by")[:ACTS_SHOWN])
    items = _items([*rows, *decided], viewer_of(request))
    context = {"reports": [_entry(row, items) for row in rows], "acts": [_entry(row, items) for row in decided]}
    return render(request, "moderation/queue.html", context)


def _open_reports(viewer: Viewer) -> QuerySet[Report]:
    rows = Report.objects.filter(state=ReportState.OPEN).order_by("created_at")
    return rows if viewer.is_admin else rows.filter(platform_id__in=viewer.platforms_with("moderate"))


def _waiting(viewer: Viewer, *, kind: str, pk: int) -> list[dict[str, Any]]:
    """Return what else waits for a decision, for the column beside this one; each item once."""
    rows = list(_open_reports(viewer)[:BESIDE])
    items = _items(rows, viewer)
    entries = {(row.kind, row.object_id): _entry(row, items) for row in rows}
    shown = [
        {
            "href": reverse("moderation:decide", args=key),
            "title": entry["title"],
            "lang": entry["language"],
            "current": key == (kind, pk),
        }
        for key, entry in entries.items()
        if not entry["gone"]
    ]
    return shown if any(not row["current"] for row in shown) else []


def _items(rows: Iterable[Report | ModerationAct], viewer: Viewer) -> dict[tuple[str, int], Any]:
    """Load what the rows are about by one statement per kind, hidden things too."""
    ids: dict[str, set[int]] = {}
    for row in rows:
        ids.setdefault(row.kind, set()).add(row.object_id)
    return {
        (code, item.pk): item
        for code, wanted in ids.items()
        for item in get_kind(code).for_moderation(viewer).filter(pk__in=wanted)
    }


def _entry(row: Report | ModerationAct, items: dict[tuple[str, int], Any]) -> dict[str, Any]:
    item = items.get((row.kind, row.object_id))
    kind = get_kind(row.kind)
    return {
        "row": row,
        "kind": kind,
        "title": kind.title(item) if item else _("no longer there"),
        "language": kind.language(item) if item else "",
        "gone": item is None,
    }


@login_required
def decide(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Hide or restore an item, or leave it as it is, with a reason."""
    found = _kind(kind)
    item = get_object_or_404(found.for_moderation(viewer_of(request)), pk=pk)
    if not can_moderate_item(viewer_of(request), found, item):
        raise Http404
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _carry_out(request, found, item, form.cleaned_data)
        return redirect("moderation:queue")
    reports = Report.objects.filter(kind=kind, object_id=pk).select_related("reporter").order_by("-created_at")[:20]
    context = {
        "form": form,
        "title": found.title(item),
        "address": found.address(item),
        "text": found.text(item),
        "language": found.language(item),
        "published": found.is_published(item),
        "reports": list(reports),
        "waiting": _waiting(viewer_of(request), kind=kind, pk=pk),
        "acts": list(ModerationAct.objects.filter(kind=kind, object_id=pk).select_related("by")[:20]),
    }
    return render(request, "moderation/decide.html", context, status=422 if form.is_bound else 200)


def _carry_out(request: HttpRequest, kind: Kind, item: Any, decided: dict[str, str]) -> None:
    services = {"hide": hide_item, "restore": restore_item, "dismiss": dismiss_reports}
    changed = services[decided["verb"]](kind, item, by=request.user, reason=decided["reason"])
    if changed:
        messages.success(request, _("Done. The author is told the reason."))
    else:
        messages.info(request, _("Nothing had to be changed: somebody was quicker."))
