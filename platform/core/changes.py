"""Which events change which items. Each app declares its own; search and notices react without knowing the apps.

A declaration names too many items rather than too few: who reacts reads the item again and may find it unchanged.
"""

from collections.abc import Callable, Iterable
from typing import Any

from core.outbox.events import Event

Reference = tuple[str, int]
References = Callable[[Any], Iterable[Reference]]
_changes: dict[str, list[References]] = {}


def changes_items(event: type[Event], references: References) -> None:
    """Declare that an event changes the items `references(event)` returns; it may ask the database."""
    declared = _changes.setdefault(event.name, [])
    if references not in declared:
        declared.append(references)


def changes_item(*events: type[Event], kind: str, field: str) -> None:
    """Declare that events change the item of a kind whose id stands in their field."""
    for event in events:
        changes_items(event, _named_by(kind, field))


def _named_by(kind: str, field: str) -> References:
    return lambda event: [(kind, int(getattr(event, field)))]


def changing_events() -> list[str]:
    """Return the names of all events that change an item."""
    return sorted(_changes)


def changed_items(event: Event) -> list[Reference]:
    """Return the items an event changes, each once; empty for an event nobody declared."""
    found = (reference for references in _changes.get(event.name, []) for reference in references(event))
    return list(dict.fromkeys(found))
