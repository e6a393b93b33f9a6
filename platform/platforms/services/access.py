"""Keeps the audience rows and the counters of a platform in step with its memberships, in the same transaction."""

from collections.abc import Iterable

from core.audiences import ensure_audience, refresh_audience
from platforms.models import Membership, MembershipState, Platform
from platforms.permissions import Permission, members_rule, permission_rule


def member_ids(rule: str) -> Iterable[int]:
    """Return who satisfies `platform:<id>` or `platform:<id>:<permission>`: the promise core.audiences asks for."""
    _, platform_id, *permission = rule.split(":")
    rows = Membership.objects.filter(
        platform_id=int(platform_id), state=MembershipState.ACTIVE, person__state="active"
    ).select_related("role")
    return [row.person_id for row in rows if not permission or row.role.holds(Permission(permission[0]))]


def rules_of(platform_id: int) -> list[str]:
    """Return every rule of a platform."""
    return [members_rule(platform_id), *(permission_rule(platform_id, p) for p in Permission)]


def make_audiences(platform_id: int) -> None:
    """Create the audience rows of a new platform."""
    for rule in rules_of(platform_id):
        ensure_audience(rule)


def refresh_access(platform_id: int) -> None:
    """Recompute who satisfies the platform's rules, and its two counters."""
    for rule in rules_of(platform_id):
        refresh_audience(rule)
    active = Membership.objects.filter(platform_id=platform_id, state=MembershipState.ACTIVE, person__state="active")
    organisations = active.filter(person__affiliations__until__isnull=True).exclude(person__affiliations=None)
    Platform.objects.filter(pk=platform_id).update(
        member_count=active.count(),
        organisation_count=organisations.values("person__affiliations__organisation").distinct().count(),
    )
