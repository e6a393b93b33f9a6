"""Celery's entry points to core. They take ids; a missing row means "meanwhile gone", and they return quietly."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from core.attachments.services import prune_unattached
from core.drafts import prune_drafts
from core.models import Beat, OutboxEvent, RateCount
from core.outbox import dispatch as outbox

KEEP_EVENTS = timedelta(days=30)


@shared_task(name="core.dispatch_event")
def dispatch_event(event_id: int) -> None:
    """Insert the deliveries of an event and carry each out."""
    for delivery_id in outbox.dispatch(event_id):
        outbox.deliver(delivery_id)


@shared_task(name="core.deliver")
def deliver(delivery_id: int) -> None:
    """Carry out one delivery."""
    outbox.deliver(delivery_id)


@shared_task(name="core.sweep_outbox")
def sweep_outbox() -> None:
    """Pick up what a lost message or a dead worker left behind."""
    events, deliveries = outbox.due()
    for event_id in events:
        dispatch_event(event_id)
    for delivery_id in deliveries:
        outbox.deliver(delivery_id)


@shared_task(name="core.prune_outbox")
def prune_outbox() -> None:
    """Forget what was delivered a month ago, in batches, and counts whose window is over."""
    old = OutboxEvent.objects.filter(dispatched_at__lt=timezone.now() - KEEP_EVENTS)
    finished = old.exclude(deliveries__state__in=["pending", "failed"])
    while ids := list(finished.values_list("pk", flat=True)[:500]):
        OutboxEvent.objects.filter(pk__in=ids).delete()
    RateCount.objects.filter(expires_at__lt=timezone.now()).delete()


@shared_task(name="core.prune_writing")
def prune_writing() -> None:
    """Forget files that were never sent with an item, and drafts nobody came back to."""
    prune_unattached()
    prune_drafts()


@shared_task(name="core.record_beat")
def record_beat() -> None:
    """Write the heartbeat that /health/ready reads."""
    Beat.objects.update_or_create(pk=1, defaults={"at": timezone.now()})
