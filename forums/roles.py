"""In which role people of a platform write. Told to who is signed in, as on the platform's list of people."""

from collections.abc import Iterable

from core.viewer import Viewer
from platforms.models import Membership, MembershipState

PLAIN = "member"


def roles_on(platform_id: int, people: Iterable[int | None], viewer: Viewer) -> dict[int, str]:
    """Return the names of the roles beyond plain membership that these people hold there, by one statement."""
    if not viewer.is_member:
        return {}
    rows = Membership.objects.filter(platform_id=platform_id, person_id__in=set(people), state=MembershipState.ACTIVE)
    return {row.person_id: str(row.role) for row in rows.exclude(role__code=PLAIN).select_related("role")}
