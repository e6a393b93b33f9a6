"""What happens to follows. Names are stored and never change."""

from dataclasses import dataclass

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class LevelChanged(Event):
    """Somebody chose another level for an item; read the row for which."""

    name = "following.level_changed"
    person_id: int
    kind: str
    object_id: int
