"""Counts for rate limits, in the database so that they hold across processes. Written by `core.ratelimit`."""

from django.db import models


class RateCount(models.Model):
    """How often somebody did something in one window of time."""

    key = models.CharField(max_length=160)
    window = models.BigIntegerField()
    count = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="rate_once_per_window")]

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
