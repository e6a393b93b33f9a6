"""Reactions to events of lower apps: a change of affiliation changes the count of organisations."""

from core.outbox import handler
from organisations.events import AffiliationChanged
from platforms.models import Membership, MembershipState
from platforms.services.access import refresh_access


@handler(AffiliationChanged, name="platforms.on_affiliation_changed")
def on_affiliation_changed(event: AffiliationChanged) -> None:
    """Recount the organisations of every platform the person belongs to."""
    rows = Membership.objects.filter(person_id=event.person_id, state=MembershipState.ACTIVE)
    for platform_id in rows.values_list("platform_id", flat=True):
        refresh_access(platform_id)
