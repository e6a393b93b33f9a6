"""People. A row is never deleted and every key to it is PROTECT; a closed account keeps neither name nor address."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.choices import AccountState, MailChoice
from accounts.querysets import UserManager
from core.texts import sort_key
from core.viewer import Viewer

LEFT = frozenset({AccountState.CLOSING, AccountState.CLOSED})
MAY_SIGN_IN = frozenset({AccountState.ACTIVE, AccountState.NEW})


def default_reads() -> list[str]:
    """Languages a new person reads until she says otherwise."""
    return []


class User(AbstractBaseUser, PermissionsMixin):
    """A person: address, name, handle, languages, zone, mail choice, and state. The handle is never given again."""

    email = models.EmailField(_("e-mail"), null=True, blank=True)  # noqa: DJ001  unique; who left has none
    name = models.CharField(_("full name"), max_length=120, blank=True)
    name_key = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    handle = models.SlugField(_("handle"), max_length=40, unique=True)
    state = models.CharField(max_length=10, choices=AccountState.choices, default=AccountState.ACTIVE)
    state_reason = models.CharField(max_length=500, blank=True)
    language = models.CharField(_("interface language"), max_length=10, default="cs")
    reads = models.JSONField(_("languages I read"), default=default_reads, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=60, default="Europe/Prague")
    mail_choice = models.CharField(
        _("news by e-mail"), max_length=10, choices=MailChoice.choices, default=MailChoice.SITE
    )
    persona = models.CharField(max_length=20, blank=True, editable=False)
    unread_count = models.PositiveIntegerField(default=0, editable=False)
    terms_accepted_at = models.DateTimeField(null=True, blank=True)
    # Follows the state at every save; a column because Django, allauth and Wagtail filter and edit by it.
    is_active = models.BooleanField(default=True, editable=True)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="email_unique_without_case"),
            models.UniqueConstraint(fields=["persona"], condition=~models.Q(persona=""), name="persona_once"),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the sort key in step with the name, and whether she may sign in with the state."""
        self.name_key = sort_key(self.name)
        self.is_active = self.state in MAY_SIGN_IN
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, "is_active", *(["name_key"] if "name" in fields else [])}
        super().save(*args, **kwargs)

    @property
    def is_staff(self) -> bool:
        """Whether she sees what is for staff only (the style guide)."""
        return self.is_superuser

    @property
    def has_left(self) -> bool:
        """Whether her account is closed or closing: then no page and no mail names her."""
        return self.state in LEFT

    def can_be_viewed_by(self, viewer: Viewer) -> bool:
        """Return whether her profile is there for the viewer: the twin of `UserQuerySet.visible_to`."""
        profile = getattr(self, "profile", None)
        return self.state == AccountState.ACTIVE and profile is not None and viewer.satisfies(profile.audience_id)

    def get_full_name(self) -> str:
        """Return the name shown beside what she wrote."""
        if self.has_left:
            return str(_("former member"))
        return self.name or self.handle

    def get_short_name(self) -> str:
        """Return the same: names are not cut."""
        return self.get_full_name()

    def get_absolute_url(self) -> str:
        """Return the address of her profile."""
        return reverse("accounts:person", args=[self.handle])
