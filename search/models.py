"""The queue of what the engine is still to be told: a row per item, kept for good because its version only rises."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """One item: the version wanted, the one the engine has confirmed, and how trying goes. Written by `queue` alone."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    version = models.BigIntegerField(default=0)
    synced_version = models.BigIntegerField(default=0)
    synced_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=40, blank=True)  # of what the engine holds; empty: it is not to be found
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    last_error = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_once")]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="search_entry_due",
                condition=Q(version__gt=F("synced_version")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} v{self.version}"

    @property
    def reference(self) -> tuple[str, int]:
        """The item it is about."""
        return self.kind, self.object_id
