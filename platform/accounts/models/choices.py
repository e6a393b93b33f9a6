"""Stored words about people; they never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountState(models.TextChoices):
    """A person's standing. `new` signed up and has not confirmed her address; only `active` is a member."""

    NEW = "new", _("waiting for confirmation")
    IMPORTED = "imported", _("imported")
    INVITED = "invited", _("invited")
    ACTIVE = "active", _("active")
    SUSPENDED = "suspended", _("suspended")
    CLOSING = "closing", _("closing")
    CLOSED = "closed", _("closed")


class MailChoice(models.TextChoices):
    """How news reach a person who follows something."""

    WEEKLY = "weekly", _("a weekly overview by e-mail")
    INSTANT = "instant", _("at once by e-mail")
    SITE = "site", _("only here on the site")


class Shown(models.TextChoices):
    """Who sees a profile, or an address on it."""

    NOBODY = "nobody", _("nobody but me")
    MEMBERS = "members", _("signed-in members")
    EVERYBODY = "everybody", _("everybody, also search engines")
