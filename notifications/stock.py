"""Items and names loaded once for many readers. What a reader sees of them is asked of the loaded rows, one by one."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model

from core.kinds import all_kinds, get_kind
from core.notices import Reference
from core.viewer import Viewer


class Stock:
    """A batch's items by reference, and its people's names."""

    def __init__(self) -> None:
        self.items: dict[Reference, Any] = {}
        self.names: dict[int, str] = {}
        self._asked: set[Reference] = set()

    def load(self, references: Iterable[Reference]) -> None:
        """Load what is not there yet: one statement per kind (and what the kind prefetches)."""
        wanted = set(references) - self._asked
        self._asked |= wanted
        known = {kind.code for kind in all_kinds()}
        for code in sorted({code for code, _ in wanted} & known):
            ids = [pk for other, pk in wanted if other == code]
            self.items.update({(code, item.pk): item for item in get_kind(code).queryset().filter(pk__in=ids)})

    def load_platforms(self) -> None:
        """Load the platforms of what is here."""
        found = (get_kind(code).platform_id(item) for (code, _), item in list(self.items.items()))
        self.load({("platform", pk) for pk in found if pk})

    def load_names(self, people: Iterable[int]) -> None:
        """Load the names of people by one statement."""
        missing = set(people) - self.names.keys()
        if missing:
            rows = get_user_model()._default_manager.filter(pk__in=missing)
            self.names.update({person.pk: person.get_full_name() for person in rows})

    def shown(self, reference: Reference, viewer: Viewer) -> Any | None:
        """Return an item when it is published and there for the viewer."""
        item = self.items.get(reference)
        if item is None:
            return None
        kind = get_kind(reference[0])
        return item if kind.is_published(item) and kind.can_view(viewer, item) else None

    def there(self, reference: Reference, viewer: Viewer) -> Any | None:
        """Return an item when it is there for the viewer, published or not: her own hidden post, a report's object."""
        item = self.items.get(reference)
        return item if item is not None and get_kind(reference[0]).can_view(viewer, item) else None
