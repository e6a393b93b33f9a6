"""What came back: 1 point for a soft bounce, 2 for a hard one, stop at 4; one complaint stops at once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.outbox import publish
from mail.events import AddressStopped
from mail.models import StopReason, Suppression

SOFT = 1
HARD = 2
STOP_AT = 4
FORGIVEN_AFTER = timedelta(days=30)


@transaction.atomic
def record_bounce(address: str, *, points: int, detail: str = "") -> bool:
    """Count a bounce (`SOFT` or `HARD`); return whether this one stopped the address. A quiet month forgives."""
    row = _locked(address)
    if row.stopped_at is None and timezone.now() - row.last_at > FORGIVEN_AFTER:
        row.score = 0
    row.score += points
    row.detail = detail[:300]
    return _save(row, stop=row.score >= STOP_AT)


@transaction.atomic
def record_complaint(address: str, *, detail: str = "") -> bool:
    """Stop an address whose reader called our mail unwanted; return whether it was not stopped yet."""
    row = _locked(address)
    row.reason = StopReason.COMPLAINT
    row.detail = detail[:300]
    return _save(row, stop=True)


@transaction.atomic
def release_address(address: str) -> bool:
    """Let an address have mail again; return whether it was stopped."""
    rows = Suppression.objects.filter(address=address.strip().lower(), stopped_at__isnull=False)
    return rows.update(stopped_at=None, score=0, reason=StopReason.BOUNCE) > 0


def _locked(address: str) -> Suppression:
    row, _ = Suppression.objects.get_or_create(address=address.strip().lower())
    return Suppression.objects.select_for_update().get(pk=row.pk)


def _save(row: Suppression, *, stop: bool) -> bool:
    row.last_at = timezone.now()
    stopped_now = stop and row.stopped_at is None
    if stopped_now:
        row.stopped_at = row.last_at
    row.save()
    if stopped_now:
        publish(AddressStopped(suppression_id=row.pk))
    return stopped_now
