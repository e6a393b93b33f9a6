"""Reporting, hiding, restoring. Each decision is logged with its reason and published."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.kinds import Kind
from core.outbox import publish
from moderation.events import ItemModerated, ItemReported
from moderation.models import ModerationAct, Report, ReportState

TEXT_KEPT = 20_000


@transaction.atomic
def report_item(kind: Kind, item: Any, *, by: Any, reason: str, note: str = "") -> tuple[Report, bool]:
    """File a report; returns (report, whether it is new): an open one of the same person is returned as it is."""
    report, created = Report.objects.get_or_create(
        kind=kind.code,
        object_id=item.pk,
        reporter=by,
        state=ReportState.OPEN,
        defaults={
            "platform_id": kind.platform_id(item),
            "reason": reason,
            "note": note,
            "text": f"{kind.title(item)}\n\n{kind.text(item)}"[:TEXT_KEPT],
        },
    )
    if created:
        publish(ItemReported(report_id=report.pk))
    return report, created


@transaction.atomic
def hide_item(kind: Kind, item: Any, *, by: Any, reason: str) -> bool:
    """Hide an item with a reason and close its open reports; return False when it was hidden already."""
    changed = kind.hide(item, by=by, reason=reason)
    if changed:
        _log(kind, item, verb="hide", by=by, reason=reason)
    _close_reports(kind, item, state=ReportState.HIDDEN, by=by, reason=reason)
    return changed


@transaction.atomic
def restore_item(kind: Kind, item: Any, *, by: Any, reason: str) -> bool:
    """Show a hidden item again; return False when it was not hidden."""
    changed = kind.restore(item, by=by, reason=reason)
    if changed:
        _log(kind, item, verb="restore", by=by, reason=reason)
    return changed


@transaction.atomic
def dismiss_reports(kind: Kind, item: Any, *, by: Any, reason: str) -> bool:
    """Close the open reports of an item without hiding it; return False when there were none."""
    closed = _close_reports(kind, item, state=ReportState.DISMISSED, by=by, reason=reason)
    if closed:
        ModerationAct.objects.create(
            kind=kind.code,
            object_id=item.pk,
            platform_id=kind.platform_id(item),
            verb="dismiss",
            reason=reason,
            by=by,
        )
    return bool(closed)


def _log(kind: Kind, item: Any, *, verb: str, by: Any, reason: str) -> None:
    act = ModerationAct.objects.create(
        kind=kind.code, object_id=item.pk, platform_id=kind.platform_id(item), verb=verb, reason=reason, by=by
    )
    publish(ItemModerated(act_id=act.pk))


def _close_reports(kind: Kind, item: Any, *, state: ReportState, by: Any, reason: str) -> int:
    rows = Report.objects.filter(kind=kind.code, object_id=item.pk, state=ReportState.OPEN)
    return rows.update(state=state, decided_by=by, decision=reason, decided_at=timezone.now())
