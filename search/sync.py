"""Carries the queue to the engine. Asking twice, in parallel or late does no harm: versions decide, not the order."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import structlog

from core.changes import Reference
from core.kinds import all_kinds, get_kind
from search import queue
from search.documents import Document, Source, analyse, read
from search.engines import engine
from search.engines.base import Gone, SearchUnavailableError
from search.models import SearchEntry
from search.plan import Situation, Step, plan

log = structlog.get_logger(__name__)
BATCH = 100


@dataclass(slots=True)
class Batch:
    """What one call carries: entries with what is done about each."""

    documents: dict[Reference, Document] = field(default_factory=dict)
    gone: dict[Reference, Gone] = field(default_factory=dict)
    digests: dict[Reference, str] = field(default_factory=dict)
    errors: dict[Reference, str] = field(default_factory=dict)


def sync_batch(*, limit: int = BATCH) -> int:
    """Bring up to `limit` waiting entries to the engine; return how many were taken in hand.

    Raises SearchUnavailableError when the engine does not answer; the entries then wait for a later try.
    """
    entries = queue.due(limit=limit)
    if not entries:
        return 0
    batch = _planned(entries)
    try:
        batch.errors |= engine().write(batch.documents.values(), batch.gone.values())
    except SearchUnavailableError as error:
        queue.postpone(entries, error=str(error))
        log.warning("search.engine_down", waiting=len(entries), error=type(error.__cause__).__name__)
        raise
    _settle(entries, batch)
    return len(entries)


def _planned(entries: list[SearchEntry]) -> Batch:
    """Read the items as they are now; entries were read before, so that no version is newer than its text."""
    present, sources = _sources(entries)
    batch = Batch()
    for entry in entries:
        source = sources.get(entry.reference)
        if isinstance(source, Exception):
            batch.errors[entry.reference] = f"{type(source).__name__}: {source}"
            continue
        step = plan(
            Situation(
                version=entry.version,
                synced_version=entry.synced_version,
                searchable=entry.kind in searchable_kinds(),
                present=entry.reference in present,
                published=source is not None,
            )
        )
        if step is Step.INDEX and source is not None:
            batch.documents[entry.reference] = analyse(source, version=entry.version)
            batch.digests[entry.reference] = source.digest
        elif step is Step.DELETE:
            batch.gone[entry.reference] = Gone(entry.kind, entry.object_id, entry.version)
    return batch


def _sources(entries: Iterable[SearchEntry]) -> tuple[set[Reference], dict[Reference, Source | Exception]]:
    """Return which items are there, and what is to be indexed of the published ones."""
    ids: dict[str, list[int]] = {}
    for entry in entries:
        ids.setdefault(entry.kind, []).append(entry.object_id)
    present: set[Reference] = set()
    found: dict[Reference, Source | Exception] = {}
    for code in ids.keys() & searchable_kinds():
        kind = get_kind(code)
        items = list(kind.queryset().filter(pk__in=ids[code]))
        present |= {(code, item.pk) for item in items}
        found |= read(kind, [item for item in items if kind.is_published(item)])
    return present, found


def searchable_kinds() -> set[str]:
    """Return the codes of the kinds that are meant to be found."""
    return {kind.code for kind in all_kinds() if kind.searchable}


def _settle(entries: list[SearchEntry], batch: Batch) -> None:
    done = [entry for entry in entries if entry.reference not in batch.errors]
    queue.confirm(done, digests=batch.digests)
    for reference, error in batch.errors.items():
        queue.postpone([entry for entry in entries if entry.reference == reference], error=error)
        log.warning("search.item_refused", kind=reference[0], object_id=reference[1], error=error.split(":")[0])


def sync_all() -> int:
    """Carry everything due in this process (commands and tests); return how many entries that were."""
    done = 0
    while taken := sync_batch():
        done += taken
    return done
