"""Goes through every item that could be found, in chunks of one kind, with the entry each had before it was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.changes import Reference
from core.kinds import Kind, all_kinds
from search.documents import Source, read
from search.models import SearchEntry
from search.queue import ensure, entries_of

CHUNK = 200


@dataclass(frozen=True, slots=True)
class Chunk:
    """Items of one kind: their entries, and what is to be indexed of the published ones (or the error of reading)."""

    kind: Kind
    ids: list[int]
    entries: dict[Reference, SearchEntry]
    sources: dict[Reference, Source | Exception]


def chunks(*, size: int = CHUNK) -> Iterator[Chunk]:
    """Yield all items of all searchable kinds; entries are made where missing."""
    for kind in all_kinds():
        if kind.searchable:
            yield from _chunks_of(kind, size=size)


def _chunks_of(kind: Kind, *, size: int) -> Iterator[Chunk]:
    last = 0
    while ids := list(_pks(kind).filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:size]):
        last = ids[-1]
        references = [(kind.code, pk) for pk in ids]
        entries = _entries(references)
        items = [item for item in kind.queryset().filter(pk__in=ids) if kind.is_published(item)]
        yield Chunk(kind, ids, entries, read(kind, items))


def _pks(kind: Kind) -> Any:
    return kind.queryset().select_related(None).prefetch_related(None)


def _entries(references: list[Reference]) -> dict[Reference, SearchEntry]:
    """Return the entries, read before the items: a change made in between has a newer version than what is read."""
    found = {entry.reference: entry for entry in entries_of(references)}
    missing = [reference for reference in references if reference not in found]
    if missing:
        ensure(missing)
        found |= {entry.reference: entry for entry in entries_of(missing)}
    return found


def count() -> int:
    """Return how many items there are to go through."""
    return sum(_pks(kind).count() for kind in all_kinds() if kind.searchable)
