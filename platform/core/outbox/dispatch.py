"""Carries out deliveries. One failing handler stops no other; each runs at most once to its end."""

from datetime import timedelta

import structlog
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from core.models import EventDelivery, OutboxEvent
from core.models.outbox import MAX_ATTEMPTS, DeliveryState
from core.outbox.events import event_class
from core.outbox.registry import handler_function, handlers_of

log = structlog.get_logger(__name__)


def dispatch(event_id: int) -> list[int]:
    """Insert one delivery per handler and return their ids; asking twice inserts nothing twice."""
    with transaction.atomic():
        event = OutboxEvent.objects.filter(pk=event_id).first()
        if event is None:
            return []
        rows = [EventDelivery(event=event, handler=name) for name in handlers_of(event.name)]
        EventDelivery.objects.bulk_create(rows, ignore_conflicts=True)
        OutboxEvent.objects.filter(pk=event_id, dispatched_at__isnull=True).update(dispatched_at=timezone.now())
    waiting = EventDelivery.objects.filter(event_id=event_id, state=DeliveryState.PENDING)
    return list(waiting.values_list("pk", flat=True))


def deliver(delivery_id: int) -> bool:
    """Run one handler in a transaction with its mark "done"; return whether this call did the work."""
    try:
        with transaction.atomic():
            delivery = _claim(delivery_id)
            if delivery is None:
                return False
            event = event_class(delivery.event.name).from_payload(delivery.event.payload, event_id=delivery.event_id)
            handler_function(delivery.handler)(event)
            delivery.state = DeliveryState.DONE
            delivery.attempts += 1
            delivery.done_at = timezone.now()
            delivery.last_error = ""
            delivery.save()
    except Exception as error:
        record_failure(delivery_id, error=error)
        return False
    return True


def _claim(delivery_id: int) -> EventDelivery | None:
    """Lock the row; another worker that holds it, or has done it, leaves nothing to do."""
    rows = EventDelivery.objects.filter(pk=delivery_id, state=DeliveryState.PENDING).select_related("event")
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    return rows.first()


@transaction.atomic
def record_failure(delivery_id: int, *, error: Exception) -> None:
    """Count a failed try; after eight the delivery waits for an operator."""
    delivery = EventDelivery.objects.select_for_update().filter(pk=delivery_id, state=DeliveryState.PENDING).first()
    if delivery is None:  # another worker has done it since
        return
    delivery.attempts += 1
    delivery.last_error = f"{type(error).__name__}: {error}"[:500]
    delivery.next_try_at = timezone.now() + timedelta(seconds=30 * 2**delivery.attempts)
    if delivery.attempts >= MAX_ATTEMPTS:
        delivery.state = DeliveryState.FAILED
    delivery.save()
    log.warning("outbox.handler_failed", handler=delivery.handler, event_id=delivery.event_id, tries=delivery.attempts)


def due(*, limit: int = 500) -> tuple[list[int], list[int]]:
    """Return ids of events never dispatched and of deliveries whose next try has come."""
    now = timezone.now()
    grace = now - timedelta(seconds=20)
    events = OutboxEvent.objects.filter(dispatched_at__isnull=True, created_at__lt=grace).order_by("pk")
    deliveries = EventDelivery.objects.filter(state=DeliveryState.PENDING, next_try_at__lte=grace).order_by("pk")
    return list(events.values_list("pk", flat=True)[:limit]), list(deliveries.values_list("pk", flat=True)[:limit])


def retry(delivery_ids: list[int]) -> int:
    """Give failed or waiting deliveries another eight tries at once; return how many."""
    rows = EventDelivery.objects.filter(pk__in=delivery_ids).exclude(state=DeliveryState.DONE)
    return rows.update(state=DeliveryState.PENDING, attempts=0, next_try_at=timezone.now())


def stuck() -> Q:
    """Return the condition of deliveries an operator should look at: given up, or failed at least once."""
    return Q(state=DeliveryState.FAILED) | Q(state=DeliveryState.PENDING, attempts__gt=0)


def drain(*, limit: int = 10_000) -> int:
    """Dispatch and deliver in this process until nothing is due now; return how many deliveries were done.

    Used by commands and tests; workers do the same one message at a time.
    """
    done = 0
    for _ in range(limit):
        events = list(OutboxEvent.objects.filter(dispatched_at__isnull=True).values_list("pk", flat=True)[:200])
        for event_id in events:
            dispatch(event_id)
        waiting = EventDelivery.objects.filter(state=DeliveryState.PENDING, next_try_at__lte=timezone.now())
        ids = list(waiting.values_list("pk", flat=True)[:200])
        if not ids and not events:
            break
        done += sum(deliver(pk) for pk in ids)
    return done
