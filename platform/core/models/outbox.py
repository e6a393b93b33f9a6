"""What happened, and who still has to react. Rows are written by `core.outbox` alone."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MAX_ATTEMPTS = 8


class OutboxEvent(models.Model):
    """One thing that happened, written in the transaction of its cause."""

    name = models.CharField(max_length=80)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)
    dispatched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["created_at"], name="outbox_waiting", condition=models.Q(dispatched_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.pk}"


class DeliveryState(models.TextChoices):
    """Stored words of a delivery's life."""

    PENDING = "pending", _("waiting")
    DONE = "done", _("done")
    FAILED = "failed", _("given up")


class EventDelivery(models.Model):
    """One handler's duty towards one event: at most once done, at most eight times tried."""

    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="deliveries")
    handler = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    last_error = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "handler"], name="delivery_once")]
        indexes = [models.Index(fields=["next_try_at"], name="delivery_due", condition=models.Q(state="pending"))]

    def __str__(self) -> str:
        return f"{self.handler} for {self.event_id}: {self.state}"
