"""What happens to the vocabulary. Names are stored and never change."""

from dataclasses import dataclass
from typing import ClassVar

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class TerritoriesLoaded(Event):
    """Places were added or renamed from the files; any of them may be another than before."""

    name: ClassVar[str] = "vocabulary.territories_loaded"


@dataclass(frozen=True, kw_only=True)
class TerritoryChanged(Event):
    """An editor added or changed a place."""

    name: ClassVar[str] = "vocabulary.territory_changed"
    territory_id: int
