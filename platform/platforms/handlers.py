"""Reactions: a change of affiliation changes the count of organisations; who joined follows her platform."""

from core.outbox import handler
from following.services import NotFollowable, follow_by_default
from organisations.events import AffiliationChanged
from platforms.events import MemberJoined
from platforms.models import Membership, MembershipState
from platforms.services.access import refresh_access


@handler(AffiliationChanged, name="platforms.on_affiliation_changed")
def on_affiliation_changed(event: AffiliationChanged) -> None:
    """Recount the organisations of every platform the person belongs to."""
    rows = Membership.objects.filter(person_id=event.person_id, state=MembershipState.ACTIVE)
    for platform_id in rows.values_list("platform_id", flat=True):
        refresh_access(platform_id)


@handler(MemberJoined, name="platforms.on_member_joined")
def on_member_joined(event: MemberJoined) -> None:
    """Let a new member follow her platform in the overview, unless she once chose a level for it."""
    row = Membership.objects.filter(pk=event.membership_id, state=MembershipState.ACTIVE).first()
    if row is None:
        return
    try:
        follow_by_default(by=row.person, kind="platform", object_id=row.platform_id)
    except NotFollowable:
        return
