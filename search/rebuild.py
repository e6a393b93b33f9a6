"""Builds a new generation beside the one that is searched, then switches. Writes made meanwhile reach both.

Killed half way it leaves the old generation as it was; the next rebuild drops what was left behind.
"""

from collections.abc import Callable

from django.utils import timezone

from core.changes import Reference
from search.documents import Document, Source, analyse
from search.engines import engine
from search.engines.base import Gone
from search.models import SearchEntry
from search.walk import Chunk, chunks, count

Progress = Callable[[int, int], None]


def rebuild(*, progress: Progress) -> tuple[int, dict[Reference, str]]:
    """Index everything anew; `progress(done, total)` is called after every chunk.

    Returns how many items can be found now, and those that could not be indexed with the reason. Raises
    SearchUnavailableError or GenerationLostError, and then the old generation is still searched.
    """
    there, total = engine(), count()
    generation = there.begin()
    done, found = 0, 0
    refused: dict[Reference, str] = {}
    progress(0, total)
    for chunk in chunks():
        documents = _documents(chunk, refused)
        refused |= there.write(documents, _gone(chunk), generation=generation)
        _note_new(chunk, {document.reference for document in documents} - refused.keys())
        done, found = done + len(chunk.ids), found + len(documents)
        progress(done, max(done, total))
    there.finish(generation)
    return found - len(refused), refused


def _documents(chunk: Chunk, refused: dict[Reference, str]) -> list[Document]:
    documents = []
    for reference, source in chunk.sources.items():
        if isinstance(source, Exception):
            refused[reference] = f"{type(source).__name__}: {source}"
        else:
            documents.append(analyse(source, version=max(chunk.entries[reference].version, 1)))
    return documents


def _gone(chunk: Chunk) -> list[Gone]:
    """What must not be found, with its version: an older write that comes late is refused here too."""
    hidden = (entry for reference, entry in chunk.entries.items() if reference not in chunk.sources)
    return [Gone(entry.kind, entry.object_id, entry.version) for entry in hidden if entry.version]


def _note_new(chunk: Chunk, written: set[Reference]) -> None:
    """Items that nobody had ever queued are in step from now on; the others' entries stay as they are."""
    new = [entry for entry in chunk.entries.values() if entry.version == 0]
    for entry in new:
        source = chunk.sources.get(entry.reference)
        if entry.reference in written and isinstance(source, Source):
            entry.version = entry.synced_version = 1
            entry.synced_at, entry.digest = timezone.now(), source.digest
    written_now = [entry for entry in new if entry.version]
    never_queued = SearchEntry.objects.filter(version=0)  # what was queued meanwhile keeps its wish
    never_queued.bulk_update(written_now, ["version", "synced_version", "synced_at", "digest"])
