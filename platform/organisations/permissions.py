"""Who may change what about organisations."""

from core.viewer import Viewer
from organisations.models import Affiliation, Organisation


def can_add_organisation(viewer: Viewer) -> bool:
    """Return whether the viewer may add an organisation: every member may."""
    return viewer.is_member


def can_change_organisation(viewer: Viewer, organisation: Organisation) -> bool:
    """Return whether the viewer may edit it: its present people, who added it, and administrators."""
    if not viewer.is_member:
        return False
    if viewer.is_admin or organisation.author_id == viewer.person_id:
        return True
    return works_in(viewer, organisation)


def works_in(viewer: Viewer, organisation: Organisation) -> bool:
    """Return whether the viewer works there now."""
    rows = Affiliation.objects.filter(organisation=organisation, until__isnull=True)
    return rows.filter(person_id=viewer.person_id).exists()
