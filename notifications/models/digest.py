"""Digests: who gets which, how often, and what each has brought. The window is kept as cut-offs, never as "now"."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from notifications.models.instant import new_token
from notifications.models.release import nothing

TUESDAY = 1
MORNING = 7


class What(models.TextChoices):
    """Stored words of what a digest is made from."""

    FOLLOW = "follow", _("what I follow")
    SITE = "site", _("the whole site")
    PLATFORM = "platform", _("one platform")


class Frequency(models.TextChoices):
    """Stored words of how often a digest comes."""

    DAILY = "daily", _("every day")
    WEEKLY = "weekly", _("every week")
    MONTHLY = "monthly", _("every month")


class Weekday(models.IntegerChoices):
    """Days as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class DigestSubscription(models.Model):
    """A member's digest, or that of an address without account. `platform_id` is 0 unless it is about a platform.

    A member's languages, zone and address are those of her account; the columns here are for addresses without one.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    email = models.EmailField(_("e-mail"), blank=True)
    what = models.CharField(_("what"), max_length=8, choices=What.choices)
    platform_id = models.BigIntegerField(default=0)
    frequency = models.CharField(_("how often"), max_length=7, choices=Frequency.choices, default=Frequency.WEEKLY)
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday.choices, default=TUESDAY)
    hour = models.PositiveSmallIntegerField(_("hour"), default=MORNING)
    language = models.CharField(_("language of the mail"), max_length=10, default="cs")
    languages = models.JSONField(_("languages I read"), default=nothing, blank=True)
    time_zone = models.CharField(max_length=60, default="Europe/Prague")
    leave_out_other_languages = models.BooleanField(_("leave out what is in other languages"), default=False)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    consent_text_version = models.CharField(max_length=20, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    last_cutoff = models.DateTimeField(default=timezone.now)
    next_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("subscription of a digest")
        verbose_name_plural = _("subscriptions of digests")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "what", "platform_id"],
                condition=Q(person__isnull=False, ended_at__isnull=True),
                name="digest_of_person_once",
            ),
            models.UniqueConstraint(
                fields=["email", "what", "platform_id"],
                condition=Q(person__isnull=True, ended_at__isnull=True),
                name="digest_of_address_once",
            ),
            models.CheckConstraint(
                condition=(Q(person__isnull=False) & Q(email="")) | (Q(person__isnull=True) & ~Q(email="")),
                name="digest_person_or_address",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(what="follow"), name="digest_follow_needs_person"
            ),
        ]
        indexes = [models.Index(fields=["next_at"], name="digest_due", condition=Q(next_at__isnull=False))]

    def __str__(self) -> str:
        return f"{self.what} {self.frequency} {self.pk}"

    @property
    def is_running(self) -> bool:
        """Whether mails come from it now."""
        return self.confirmed_at is not None and self.ended_at is None and self.paused_at is None


class DigestMail(models.Model):
    """What one subscription got at one cut-off, or why it got nothing."""

    subscription = models.ForeignKey(DigestSubscription, on_delete=models.CASCADE, related_name="mails")
    cutoff = models.DateTimeField()
    since = models.DateTimeField()
    item_count = models.PositiveIntegerField(default=0)
    skipped = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("digest")
        constraints = [models.UniqueConstraint(fields=["subscription", "cutoff"], name="digest_once_per_cutoff")]
        indexes = [models.Index(fields=["created_at"], name="digest_by_age")]

    def __str__(self) -> str:
        return f"digest of {self.subscription_id} to {self.cutoff:%Y-%m-%d}"


class DigestItem(models.Model):
    """An item a subscription has had: it never gets it again."""

    subscription = models.ForeignKey(DigestSubscription, on_delete=models.CASCADE, related_name="items")
    mail = models.ForeignKey(DigestMail, on_delete=models.CASCADE, related_name="items")
    item_kind = models.CharField(max_length=40)
    item_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subscription", "item_kind", "item_id"], name="digest_item_once")
        ]

    def __str__(self) -> str:
        return f"{self.item_kind} {self.item_id} in {self.mail_id}"


class DigestRun(models.Model):
    """One run of the job that had something to do, and what it did: the operator's log."""

    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    queued = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("run of the digests")

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}: {self.queued} queued"

    def count(self, **numbers: int) -> None:
        """Add to the numbers of the run."""
        for name, number in numbers.items():
            setattr(self, name, getattr(self, name) + number)
