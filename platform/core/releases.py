"""Which events make an item readable to an audience. Apps declare it in `notices.py`; digests are made from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from core.outbox.events import Event

Reference = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Readable:
    """An item that can be read now. `places` are what it can be followed through, the nearest first.

    `again` says that it was readable before and came back: who has not had it yet gets it now.
    """

    item: Reference
    places: tuple[Reference, ...] = ()
    again: bool = False


@dataclass(frozen=True, kw_only=True)
class ReleaseSource:
    """An event and the function `(event) -> items` that re-reads what it made readable."""

    event: type[Event]
    items: Callable[[Any], Iterable[Readable]]


_sources: list[ReleaseSource] = []
_lists: dict[str, str] = {}


def register_releases(sources: Iterable[ReleaseSource], *, lists: dict[str, str] | None = None) -> None:
    """Add sources; `lists` gives per kind the name of the address where everything of it stands ("and 7 more")."""
    for source in sources:
        if source not in _sources:
            _sources.append(source)
    _lists.update(lists or {})


def sources_of(event: str) -> list[ReleaseSource]:
    """Return the sources of an event."""
    return [source for source in _sources if source.event.name == event]


def releasing_events() -> list[type[Event]]:
    """Return every event that can make something readable."""
    return list(dict.fromkeys(source.event for source in _sources))


def list_address_name(kind: str) -> str:
    """Return the name of the address of a kind's list; "" when it has none."""
    return _lists.get(kind, "")
