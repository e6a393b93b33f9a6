"""Coming and going: join, ask, decide, leave, remove. Each returns what became of the membership."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.outbox import publish
from platforms.events import JoinRefused, JoinRequested, MemberJoined, MemberLeft
from platforms.models import Joining, Membership, MembershipState, Platform, Role
from platforms.services.access import refresh_access
from platforms.services.roles import role_named

ALIVE = (MembershipState.REQUESTED, MembershipState.ACTIVE)


def _alive(platform: Platform, person: Any) -> Membership | None:
    rows = Membership.objects.select_for_update().filter(platform=platform, person=person, state__in=ALIVE)
    return rows.first()


@transaction.atomic
def join(
    platform: Platform, *, by: Any, message: str = "", role: Role | None = None, invited: bool = False
) -> Membership:
    """Make `by` a member, or record her request where a coordinator decides; a second click changes nothing.

    `invited` (an invitation, a seat, the demo) opens every door. Raises ValueError where only invitation leads in.
    """
    present = _alive(platform, by)
    if present is not None and (present.state == MembershipState.ACTIVE or not invited):
        return present
    if platform.joining == Joining.INVITATION and not invited:
        raise ValueError("This platform is joined by invitation only.")
    active = invited or platform.joining == Joining.OPEN
    membership = present or Membership(platform=platform, person=by)
    membership.role = role or role_named("member")
    membership.message = message or membership.message
    membership.state = MembershipState.ACTIVE if active else MembershipState.REQUESTED
    membership.since = timezone.now()
    membership.save()
    if active:
        _joined(membership, by_id=None)
    else:
        publish(JoinRequested(membership_id=membership.pk))
    return membership


def _joined(membership: Membership, *, by_id: int | None) -> None:
    refresh_access(membership.platform_id)
    publish(MemberJoined(membership_id=membership.pk, by_id=by_id))


@transaction.atomic
def decide_request(membership: Membership, *, by: Any, accept: bool, reason: str = "") -> bool:
    """Accept or refuse a request; return False when somebody decided it before."""
    row = Membership.objects.select_for_update().filter(pk=membership.pk, state=MembershipState.REQUESTED).first()
    if row is None:
        return False
    row.reason = reason
    row.state = MembershipState.ACTIVE if accept else MembershipState.REFUSED
    row.since = timezone.now()
    row.until = None if accept else timezone.now()
    row.save()
    if accept:
        _joined(row, by_id=by.pk)
    else:
        publish(JoinRefused(membership_id=row.pk, by_id=by.pk))
    return True


def is_last_manager(membership: Membership) -> bool:
    """Return whether the platform would be left without anybody who may manage it."""
    others = (
        Membership.objects.filter(platform=membership.platform_id, state=MembershipState.ACTIVE)
        .exclude(pk=membership.pk)
        .select_related("role")
    )
    return "manage" in membership.role.permissions and not any("manage" in m.role.permissions for m in others)


@transaction.atomic
def leave(platform: Platform, *, by: Any) -> bool:
    """End the membership (or the request) of `by`; return whether there was one.

    Raises ValueError when the platform would lose its last coordinator.
    """
    membership = _alive(platform, by)
    if membership is None:
        return False
    if membership.state == MembershipState.ACTIVE and is_last_manager(membership):
        raise ValueError("The last coordinator hands over first.")
    return _end(membership, state=MembershipState.LEFT, reason="")


@transaction.atomic
def remove_member(membership: Membership, *, by: Any, reason: str) -> bool:
    """Remove a member with a reason; return whether she was one."""
    row = Membership.objects.select_for_update().filter(pk=membership.pk, state__in=ALIVE).first()
    if row is None or is_last_manager(row):
        return False
    return _end(row, state=MembershipState.REMOVED, reason=reason)


def _end(membership: Membership, *, state: MembershipState, reason: str) -> bool:
    membership.state = state
    membership.reason = reason
    membership.until = timezone.now()
    membership.save()
    refresh_access(membership.platform_id)
    publish(MemberLeft(membership_id=membership.pk))
    return True
