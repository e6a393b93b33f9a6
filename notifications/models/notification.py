"""What a person is told on the site, and what she chose about it. A row holds references, never prose of ours."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Notification(models.Model):
    """One line of a person's list. While a `grouped` one is unread, more of the same about the same raises `count`.

    `item` is where it leads: the first unread one. `key` names the event, so that nobody is told twice.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    notice = models.CharField(max_length=60)
    item_kind = models.CharField(max_length=40)
    item_id = models.BigIntegerField()
    about_kind = models.CharField(max_length=40)
    about_id = models.BigIntegerField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    facts = models.JSONField(default=dict, blank=True)
    key = models.CharField(max_length=120)
    grouped = models.BooleanField(default=False)
    count = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="notified_once_per_event"),
            models.UniqueConstraint(
                fields=["person", "notice", "about_kind", "about_id"],
                condition=Q(grouped=True, read_at__isnull=True),
                name="notified_once_while_unread",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-updated_at", "-id"], name="notifications_of_person"),
            models.Index(fields=["updated_at"], name="notifications_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.notice} for {self.person_id}"


class Channel(models.TextChoices):
    """Where a notice can arrive; stored words."""

    SITE = "site", _("here on the site")
    MAIL = "mail", _("by e-mail at once")


class DeliveryChoice(models.Model):
    """A person's own word about one notice on one channel; without a row the default of the notice counts."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    notice = models.CharField(max_length=60)
    channel = models.CharField(max_length=4, choices=Channel.choices)
    wanted = models.BooleanField()
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("choice of delivery")
        constraints = [models.UniqueConstraint(fields=["person", "notice", "channel"], name="delivery_choice_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.notice} by {self.channel}: {self.wanted}"
