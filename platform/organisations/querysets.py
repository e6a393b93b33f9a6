"""What of the organisations is there for a viewer: they have no platform, so only audience and author count."""

from django.db.models import Q, QuerySet

from core.states import State
from core.viewer import Viewer
from organisations.models import Affiliation, Organisation


def visible_organisations(viewer: Viewer) -> QuerySet[Organisation]:
    """Return published organisations whose audience the viewer satisfies, and her own whatever their state."""
    rows = Organisation.objects.filter(audience_id__in=viewer.audiences)
    if viewer.is_admin:
        return rows
    own = Q(author_id=viewer.person_id) if viewer.is_member else Q(pk__in=())
    return rows.filter(Q(state=State.PUBLISHED) | own)


def present_affiliations(person_ids: list[int]) -> dict[int, Affiliation]:
    """Return the present affiliation per person, with its organisation, by one statement."""
    rows = Affiliation.objects.filter(person_id__in=person_ids, until__isnull=True, organisation__state=State.PUBLISHED)
    return {row.person_id: row for row in rows.select_related("organisation").order_by("since", "pk")}
