"""What of the platforms is there for a viewer."""

from typing import Any, Self

from django.db.models import Q

from core.items import ItemQuerySet
from core.states import State
from core.viewer import Viewer


class PlatformQuerySet(ItemQuerySet[Any]):
    """Platforms are their own platform: who moderates one sees it whatever its state."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Return the platforms that are there for the viewer."""
        rows = self.filter(audience_id__in=viewer.audiences)
        if viewer.is_admin:
            return rows
        own = Q(pk__in=viewer.platforms_with("moderate"))
        if viewer.is_member:
            own |= Q(author_id=viewer.person_id)
        return rows.filter(Q(state=State.PUBLISHED) | own)

    def joined_by(self, viewer: Viewer) -> Self:
        """Return the platforms the viewer belongs to."""
        ids = [
            int(rule.split(":")[1])
            for rule in viewer.audiences
            if rule.count(":") == 1 and rule.startswith("platform:")
        ]
        if viewer.is_admin:
            return self.filter(memberships__person_id=viewer.person_id, memberships__state="active")
        return self.filter(pk__in=ids)
