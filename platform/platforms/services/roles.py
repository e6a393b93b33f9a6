"""Roles: the templates every network starts with, and giving a member another one. Nobody grants what she lacks."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core.outbox import publish
from core.viewer import Viewer
from platforms.events import RoleChanged
from platforms.models import Membership, MembershipState, Role
from platforms.permissions import Permission
from platforms.services.access import refresh_access

C, MO, MA, PU = Permission.CONTRIBUTE, Permission.MODERATE, Permission.MANAGE, Permission.PUBLISH
TEMPLATES: tuple[tuple[str, dict[str, str], tuple[Permission, ...]], ...] = (
    (
        "observer",
        {"cs": "pozorovatel", "en": "observer", "sk": "pozorovateľ", "de": "Beobachtung", "uk": "спостерігач"},
        (),
    ),
    ("member", {"cs": "člen", "en": "member", "sk": "člen", "de": "Mitglied", "uk": "учасник"}, (C,)),
    ("expert", {"cs": "expert", "en": "expert", "sk": "expert", "de": "Fachperson", "uk": "експерт"}, (C,)),
    ("editor", {"cs": "redaktor", "en": "editor", "sk": "redaktor", "de": "Redaktion", "uk": "редактор"}, (C, PU)),
    (
        "moderator",
        {"cs": "moderátor", "en": "moderator", "sk": "moderátor", "de": "Moderation", "uk": "модератор"},
        (C, MO),
    ),
    (
        "coordinator",
        {"cs": "koordinátor", "en": "coordinator", "sk": "koordinátor", "de": "Koordination", "uk": "координатор"},
        (C, MO, MA, PU),
    ),
)


def ensure_roles() -> None:
    """Create the template roles that are missing."""
    for order, (code, names, permissions) in enumerate(TEMPLATES):
        Role.objects.get_or_create(
            platform=None,
            code=code,
            defaults={"names": names, "permissions": list(permissions), "order": order},
        )


def role_named(code: str) -> Role:
    """Return the template role with this code, made when the network is brand new."""
    if not Role.objects.filter(platform=None, code=code).exists():
        ensure_roles()
    return Role.objects.get(platform=None, code=code)


@transaction.atomic
def set_role(membership: Membership, *, by: Any, viewer: Viewer, role: Role) -> bool:
    """Give an active member another role; return whether it changed.

    Raises PermissionDenied when the granter lacks one of the role's permissions.
    """
    missing = [p for p in role.permissions if not viewer.may(p, platform_id=membership.platform_id)]
    if missing:
        raise PermissionDenied
    rows = Membership.objects.filter(pk=membership.pk, state=MembershipState.ACTIVE).exclude(role=role)
    if not rows.update(role=role):
        return False
    refresh_access(membership.platform_id)
    publish(RoleChanged(membership_id=membership.pk, by_id=by.pk))
    return True
