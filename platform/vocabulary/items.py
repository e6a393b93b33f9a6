"""The kind `territory`: places are found by search in any of their names."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.audiences import PUBLIC
from core.changes import Reference, changes_item, changes_items
from core.kinds import Kind, Wording, wordings_of
from vocabulary.events import TerritoriesLoaded, TerritoryChanged
from vocabulary.models import Territory


class TerritoryKind(Kind):
    """A place; public, written by nobody."""

    code = "territory"
    model_label = "vocabulary.Territory"
    name = _("place")
    name_plural = _("places")
    icon = "place"
    search_weight = 0.3
    reportable = False
    routes = ("vocabulary:territory",)

    def pk_at(self, **arguments: Any) -> int | None:
        """Return the place whose code stands in the address."""
        return Territory.objects.filter(code=arguments.get("code", "")).values_list("pk", flat=True).first()

    def queryset(self) -> QuerySet[Territory]:
        """Return the places people choose from."""
        return Territory.objects.offered()

    def title(self, item: Any) -> str:
        """Return its label."""
        return str(item.label())

    def text(self, item: Any) -> str:
        """Return its names in every language."""
        return "\n".join(sorted({name for name in item.names.values() if name}))

    def wordings(self, item: Any) -> list[Wording]:
        """Return its name in every language, and what tells it apart, each word of that once."""
        apart = Wording(language="", text=" ".join(sorted(set(item.qualifier.values()))))
        return [*wordings_of(item.names), apart]

    def audience(self, item: Any) -> str:
        """Places are public."""
        return PUBLIC

    def is_published(self, item: Any) -> bool:
        """Return whether it is offered."""
        return bool(item.offered)

    def territory_codes(self, item: Any) -> list[str]:
        """Return its own code."""
        return [item.code]

    def version(self, item: Any) -> int:
        """Return 1: the index is rebuilt when the vocabulary is loaded."""
        return 1

    def changed_at(self, item: Any) -> Any:
        """Places have no time."""
        return None

    def personal_data(self) -> str:
        """Say what is personal in it."""
        return "none"


def all_places(_event: TerritoriesLoaded) -> list[Reference]:
    """Return every offered place."""
    return [(TerritoryKind.code, pk) for pk in Territory.objects.offered().values_list("pk", flat=True)]


changes_items(TerritoriesLoaded, all_places)
changes_item(TerritoryChanged, kind=TerritoryKind.code, field="territory_id")
