"""What a network's administrator changes without a deploy. One row; read through `core.site.site_settings()`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.texts import TextsField


class SignupMode(models.TextChoices):
    """Who may make an account."""

    OPEN = "open", _("anybody")
    CLOSED = "closed", _("nobody")


class SiteSettings(models.Model):
    """Name, sign-up mode and the epoch raised by what changes names on many pages."""

    name = models.CharField(_("name of the network"), max_length=80, default="Mosty")
    claim = TextsField(_("one sentence about it, per language"))
    signup = models.CharField(_("who may sign up"), max_length=10, choices=SignupMode.choices, default=SignupMode.OPEN)
    contact = models.EmailField(_("contact address"), blank=True)
    epoch = models.BigIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")

    def __str__(self) -> str:
        return self.name
