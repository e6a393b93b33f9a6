"""Who belongs to a platform, in which role, and for which seat. Written only by `platforms.services`."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.texts import pick
from platforms.models.platform import Platform
from platforms.permissions import Permission


class Role(models.Model):
    """A named list of permissions; without a platform it is a template for all of them."""

    platform = models.ForeignKey(Platform, null=True, blank=True, on_delete=models.CASCADE, related_name="roles")
    code = models.SlugField(max_length=30)
    names = models.JSONField(default=dict)
    permissions = models.JSONField(default=list)
    order = models.PositiveSmallIntegerField(default=50)

    class Meta:
        verbose_name = _("role")
        constraints = [
            models.UniqueConstraint(fields=["platform", "code"], name="role_once"),
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(platform__isnull=True), name="role_template_once"
            ),
        ]

    def __str__(self) -> str:
        return pick(self.names) or self.code

    def holds(self, permission: Permission) -> bool:
        """Return whether the role holds a permission."""
        return permission.value in self.permissions


class Seat(models.Model):
    """A place that belongs to an organisation and outlives its holder."""

    platform = models.ForeignKey(Platform, on_delete=models.CASCADE, related_name="seats")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="seats")
    title = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("seat")

    def __str__(self) -> str:
        return f"{self.organisation} · {self.platform}"


class MembershipState(models.TextChoices):
    """Stored words of a membership's life."""

    REQUESTED = "requested", _("asked to join")
    ACTIVE = "active", _("member")
    REFUSED = "refused", _("refused")
    LEFT = "left", _("left")
    REMOVED = "removed", _("removed")


class Membership(models.Model):
    """A person on a platform: at most one living row (asked or active) at a time; ended rows stay."""

    platform = models.ForeignKey(Platform, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="memberships")
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.SET_NULL, related_name="memberships")
    state = models.CharField(max_length=10, choices=MembershipState.choices, default=MembershipState.ACTIVE)
    message = models.CharField(_("message to the coordinator"), max_length=1000, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "person"],
                condition=models.Q(state__in=["requested", "active"]),
                name="membership_once_alive",
            )
        ]
        indexes = [models.Index(fields=["platform", "state"], name="membership_by_platform")]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.platform_id}: {self.state}"
