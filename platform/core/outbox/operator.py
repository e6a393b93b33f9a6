"""What an operator does with the outbox: look at what is stuck and why, retry it, count what waits."""

from dataclasses import dataclass

from django.db.models import QuerySet

from core.models import EventDelivery, OutboxEvent
from core.models.outbox import DeliveryState
from core.outbox.dispatch import retry, stuck


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """How the outbox stands."""

    waiting_events: int
    waiting: int
    failed: int


def numbers() -> Numbers:
    """Return how many events were never dispatched, how many deliveries wait and how many were given up."""
    states = EventDelivery.objects.order_by().values_list("state", flat=True)
    return Numbers(
        waiting_events=OutboxEvent.objects.filter(dispatched_at__isnull=True).count(),
        waiting=states.filter(state=DeliveryState.PENDING).count(),
        failed=states.filter(state=DeliveryState.FAILED).count(),
    )


def stuck_deliveries() -> QuerySet[EventDelivery]:
    """Return what an operator should look at, given-up ones first, the latest on top."""
    return EventDelivery.objects.filter(stuck()).select_related("event").order_by("state", "-pk")


def retry_all() -> int:
    """Give every stuck delivery another eight tries at once; return how many."""
    return retry(list(stuck_deliveries().values_list("pk", flat=True)))
