"""Messages about what is hard to use. A row names no account, and goes when its time is over."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KEPT = timedelta(days=365)


class FeedbackState(models.TextChoices):
    """Stored words of a message's life."""

    NEW = "new", pgettext_lazy("feedback", "new")
    ANSWERED = "answered", pgettext_lazy("feedback", "answered")


class Feedback(models.Model):
    """One message: what is hard to use, where, and how the writer would like the answer."""

    problem = models.TextField(_("what is hard to use"), max_length=4000)
    page = models.CharField(_("address of the page"), max_length=500, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    wish = models.CharField(_("how to answer"), max_length=300, blank=True)
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=FeedbackState.choices, default=FeedbackState.NEW)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("message about accessibility")
        verbose_name_plural = _("messages about accessibility")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="new", answered_by__isnull=True, answered_at__isnull=True)
                | models.Q(state="answered", answered_by__isnull=False, answered_at__isnull=False),
                name="feedback_answered_by_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d} {self.page}"

    @property
    def is_new(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.state == FeedbackState.NEW

    @property
    def link(self) -> str:
        """The address of the page when it is one of this site and may be followed; else an empty text."""
        address = self.page.removeprefix(settings.BASE_URL)
        follows = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
        return address if follows else ""
