"""Reports on any kind of item and what was decided. The text reported is kept as it was."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Reason(models.TextChoices):
    """Stored words of why something is reported."""

    PERSONAL_DATA = "personal_data", _("personal data of somebody")
    OFFENSIVE = "offensive", _("offensive or hateful")
    SPAM = "spam", _("advertising or spam")
    WRONG = "wrong", _("wrong or dangerous information")
    OTHER = "other", _("something else")


class ReportState(models.TextChoices):
    """Stored words of a report's life."""

    OPEN = "open", _("open")
    HIDDEN = "hidden", _("hidden")
    DISMISSED = "dismissed", _("left as it is")


class Report(models.Model):
    """One person's report of one item; a second report of the same open item by the same person is the first one."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    platform_id = models.BigIntegerField(null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices)
    note = models.CharField(_("what is wrong"), max_length=1000, blank=True)
    text = models.TextField(blank=True)
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.OPEN)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(_("reason of the decision"), max_length=1000, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "reporter"],
                condition=models.Q(state="open"),
                name="report_once_open",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True, decided_at__isnull=True)
                | models.Q(decided_by__isnull=False, decided_at__isnull=False),
                name="report_decided_by_and_when",
            ),
        ]
        indexes = [models.Index(fields=["state", "platform_id"], name="report_queue")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}: {self.reason}"


class ModerationAct(models.Model):
    """The log: who hid or restored what, when and why. Rows are only added."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    platform_id = models.BigIntegerField(null=True, blank=True)
    verb = models.CharField(
        max_length=10,
        choices=[("hide", _("hid")), ("restore", _("restored")), ("dismiss", pgettext_lazy("decision", "left"))],
    )
    reason = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("act of moderation")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.verb} {self.kind} {self.object_id}"
