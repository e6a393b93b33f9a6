"""Who follows what, at which level. An item is (kind code, object id); only `following.services` writes here."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FollowLevel(models.TextChoices):
    """Three plain levels; the stored words never change."""

    NONE = "none", _("nothing")
    OVERVIEW = "overview", _("in the overview")
    INSTANT = "instant", _("at once")


class Follow(models.Model):
    """One person's level for one item. `none` is kept: who switched something off is not asked to follow it again."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    level = models.CharField(max_length=10, choices=FollowLevel.choices)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "object_id"], name="follow_once")]
        indexes = [
            models.Index(fields=["kind", "object_id"], name="follow_item", condition=~Q(level="none")),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.kind} {self.object_id}: {self.level}"
