"""When an item became readable to an audience. Digests are made of it; `notifications.releasing` writes it."""

from typing import Any

from django.db import models
from django.utils import timezone


def nothing() -> list[Any]:
    """Return an empty list, the default of the lists below."""
    return []


class Release(models.Model):
    """One item and one audience. `group` is what a digest shows it under; `places` what it is followed through."""

    item_kind = models.CharField(max_length=40)
    item_id = models.BigIntegerField()
    audience_id = models.CharField(max_length=80)
    group_kind = models.CharField(max_length=40)
    group_id = models.BigIntegerField()
    language = models.CharField(max_length=35, blank=True)
    areas = models.JSONField(default=nothing)
    territories = models.JSONField(default=nothing)
    platform_id = models.BigIntegerField(null=True, blank=True)
    places = models.JSONField(default=nothing)
    author_id = models.BigIntegerField(null=True, blank=True)
    released_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item_kind", "item_id", "audience_id"], name="released_once_per_audience")
        ]

    def __str__(self) -> str:
        return f"{self.item_kind} {self.item_id} to {self.audience_id}"
