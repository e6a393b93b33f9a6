"""What a person says about herself. Its audience follows from `shown_to`; `accounts.services` keeps both in step."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.choices import Shown
from core.audiences import SITE
from core.texts import TextsField


def no_codes() -> list[str]:
    """Return the codes of a new profile: none."""
    return []


class Profile(models.Model):
    """One per person. `areas` and `territories` hold codes of the vocabulary; `version` rises with every change."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="profile")
    # The rule of core.Audience, not a key to it: core points at people, and tables must not point in a circle.
    audience_id = models.CharField(max_length=80, default=SITE, db_index=True)
    shown_to = models.CharField(_("who sees my profile"), max_length=10, choices=Shown.choices, default=Shown.MEMBERS)
    show_email_to = models.CharField(
        _("who sees my e-mail"), max_length=10, choices=Shown.choices, default=Shown.NOBODY
    )
    listed_in_directory = models.BooleanField(_("list me in the directory"), default=True)
    position = models.CharField(_("position"), max_length=160, blank=True)
    about = TextsField(_("about me"))
    areas = models.JSONField(_("areas"), default=no_codes, blank=True)
    territories = models.JSONField(_("territories"), default=no_codes, blank=True)
    help_with = models.TextField(_("what I can help with"), max_length=1000, blank=True)
    looking_for = models.TextField(_("what I am looking for"), max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self) -> str:
        return f"profile of {self.person_id}"
