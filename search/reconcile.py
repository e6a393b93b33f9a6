"""Finds what was missed: an event that never came, a write that was lost. It only queues; the sync repairs."""

from collections.abc import Iterator

from core.changes import Reference
from core.kinds import get_kind
from search.engines import engine
from search.models import SearchEntry
from search.queue import mark
from search.sync import searchable_kinds
from search.walk import Chunk, chunks

CHUNK = 500


def reconcile() -> int:
    """Queue every item whose database row, entry and document disagree; return how many.

    Raises SearchUnavailableError.
    """
    queued = 0
    for chunk in chunks():
        queued += mark(_different(chunk))
    for references in _vanished():
        queued += mark(references)
    return queued


def _different(chunk: Chunk) -> list[Reference]:
    stored = engine().versions(chunk.kind.code, chunk.ids)
    return [
        reference
        for reference, entry in chunk.entries.items()
        if not _waiting(entry) and not _in_step(chunk, reference, stored.get(reference[1]))
    ]


def _waiting(entry: SearchEntry) -> bool:
    return entry.version > entry.synced_version


def _in_step(chunk: Chunk, reference: Reference, stored: int | None) -> bool:
    """Say whether an entry the engine has confirmed is what the database says and what the engine has."""
    entry, source = chunk.entries[reference], chunk.sources.get(reference)
    if isinstance(source, Exception):
        return True
    if source is None:
        return not entry.digest and stored is None
    return entry.digest == source.digest and stored == entry.synced_version


def _vanished() -> Iterator[list[Reference]]:
    """Yield what should be found by its entry but is no longer in the database, or of a kind that is gone."""
    last = 0
    rows = SearchEntry.objects.exclude(digest="").order_by("pk")
    while entries := list(rows.filter(pk__gt=last)[:CHUNK]):
        last = entries[-1].pk
        yield [entry.reference for entry in entries if entry.reference not in _present(entries)]


def _present(entries: list[SearchEntry]) -> set[Reference]:
    ids: dict[str, list[int]] = {}
    for entry in entries:
        ids.setdefault(entry.kind, []).append(entry.object_id)
    present: set[Reference] = set()
    for code in ids.keys() & searchable_kinds():
        rows = get_kind(code).queryset().select_related(None).prefetch_related(None).filter(pk__in=ids[code])
        present |= {(code, pk) for pk in rows.values_list("pk", flat=True)}
    return present
