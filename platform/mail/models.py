"""The outgoing row and the stopped addresses. `mail.services` writes rows, `mail.delivery` alone sends them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MAX_ATTEMPTS = 8


class MailState(models.TextChoices):
    """Stored words of a mail's life."""

    WAITING = "waiting", _("waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("given up")
    SKIPPED = "skipped", _("not sent on purpose")


class OutgoingMail(models.Model):
    """One mail to one address, written in the transaction of its cause and sent later; its body does not stay."""

    to = models.EmailField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    purpose = models.CharField(max_length=20)
    priority = models.PositiveSmallIntegerField(default=50)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=400)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    message_id = models.CharField(max_length=250, unique=True)
    dedupe_key = models.CharField(max_length=200, null=True, blank=True, unique=True)
    about_kind = models.CharField(max_length=40, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    check_ref = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.WAITING)
    reason = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    send_after = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    emptied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mails")
        indexes = [
            models.Index(fields=["priority", "next_try_at"], name="mail_due", condition=Q(state="waiting")),
            models.Index(fields=["claimed_at"], name="mail_claimed", condition=Q(state="sending")),
            models.Index(fields=["created_at"], name="mail_to_empty", condition=Q(emptied_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}: {self.state}"


class StopReason(models.TextChoices):
    """Why an address is watched or stopped."""

    BOUNCE = "bounce", _("mail came back")
    COMPLAINT = "complaint", _("the recipient called it unwanted")


class Suppression(models.Model):
    """An address that gave trouble. At `STOP_AT` points, or after one complaint, it gets no more news."""

    address = models.EmailField(unique=True)
    reason = models.CharField(max_length=10, choices=StopReason.choices, default=StopReason.BOUNCE)
    score = models.PositiveSmallIntegerField(default=0)
    stopped_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField(default=timezone.now)
    detail = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("stopped address")
        verbose_name_plural = _("stopped addresses")

    def __str__(self) -> str:
        return f"{self.reason}: {self.score}"
