"""Writes an event in the caller's transaction and wakes the dispatcher after commit. A rollback leaves nothing."""

import structlog
from django.db import transaction
from kombu.exceptions import OperationalError

from core.models import OutboxEvent
from core.outbox.events import Event

log = structlog.get_logger(__name__)


def publish(event: Event) -> OutboxEvent:
    """Store the event; must be called inside a transaction, which is that of its cause. Returns the row."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("publish() outside a transaction: the event could be kept while its cause is lost.")
    row = OutboxEvent.objects.create(name=event.name, payload=event.payload())
    transaction.on_commit(lambda: wake(row.pk))
    return row


def wake(event_id: int) -> None:
    """Ask a worker to dispatch; when the broker is down the row waits for the sweep."""
    from core.tasks import dispatch_event  # noqa: PLC0415  tasks import the dispatcher, which imports this package

    try:
        dispatch_event.apply_async((event_id,), retry=False)
    except (OperationalError, OSError) as error:
        log.warning("outbox.broker_down", event_id=event_id, error=type(error).__name__)
