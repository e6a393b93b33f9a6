"""What is to be mailed at once: written with the event, mailed ten minutes later with the text of that moment."""

from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def new_token() -> str:
    """Return an opaque word that nobody can guess."""
    return token_urlsafe(24)


class InstantState(models.TextChoices):
    """Stored words of its life."""

    WAITING = "waiting", _("waiting")
    MAILED = "mailed", _("mailed")
    SKIPPED = "skipped", _("not mailed on purpose")


class InstantMail(models.Model):
    """One thing for one person. `place` is what she follows that it came through; `token` ends exactly that.

    `collected` rows are more than a day may bring: they go out together in one mail, whose token ends all of it.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    notice = models.CharField(max_length=60)
    item_kind = models.CharField(max_length=40)
    item_id = models.BigIntegerField()
    about_kind = models.CharField(max_length=40)
    about_id = models.BigIntegerField()
    place_kind = models.CharField(max_length=40, blank=True)
    place_id = models.BigIntegerField(null=True, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    facts = models.JSONField(default=dict, blank=True)
    key = models.CharField(max_length=120)
    token = models.CharField(max_length=40, unique=True, default=new_token)
    collected = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=InstantState.choices, default=InstantState.WAITING)
    reason = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("mail at once")
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="mailed_once_per_event")]
        indexes = [
            models.Index(fields=["due_at"], name="instant_due", condition=Q(state="waiting")),
            models.Index(fields=["person", "mailed_at"], name="instant_of_person"),
            models.Index(fields=["created_at"], name="instant_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.notice} to {self.person_id}: {self.state}"
