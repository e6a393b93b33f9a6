"""Answers a search: the engine proposes, the database decides. Nothing leaves here that its viewer may not see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import get_language

from core.changes import Reference
from core.kinds import Kind, Wording, get_kind, load_visible
from core.viewer import Viewer
from search.analysis import Fragment, Query, excerpt, query_terms
from search.documents import language_of
from search.engines import engine
from search.engines.base import Filters, Group, Hits, Question
from search.typos import forgiving

PAGE = 20
RESERVE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One visible item: its kind, itself, and where its text answers."""

    kind: Kind
    item: Any
    fragments: list[Fragment]
    language: str

    @property
    def title(self) -> str:
        """Its title."""
        return self.kind.title(self.item)

    @property
    def title_language(self) -> str:
        """The language of its title; empty when it is the reader's or nobody knows."""
        return self.kind.language(self.item)

    @property
    def address(self) -> str:
        """The path of its page."""
        return self.kind.address(self.item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One line of the answer: an item, and, when its parts were found, the best of them and how many there are."""

    head: Shown
    parts: list[Shown]
    size: int

    @property
    def platform_id(self) -> int | None:
        """The platform it belongs to."""
        return self.head.kind.platform_id(self.head.item)

    @property
    def when(self) -> Any:
        """The time it is ordered by."""
        return self.head.kind.changed_at(self.head.item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found: results, how many per kind and facet, the next stretch, and words read for mistyped ones."""

    results: list[Result] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    total: int = 0
    next_start: int | None = None
    meant: list[str] = field(default_factory=list)


def search(text: str, *, viewer: Viewer, filters: Filters, start: int = 0) -> Answer:
    """Return what the viewer may see of what answers the text, best first.

    Statements: one per kind among the hits. Raises SearchUnavailableError.
    """
    words = query_terms(text)
    if not words:
        return Answer()
    hits = engine().find(_question(words, viewer, filters=filters, start=start))
    mistyped = not hits.counts
    if mistyped and (wider := forgiving(words, engine=engine())):
        words = wider
        hits = engine().find(_question(words, viewer, filters=filters, start=start))
    results, next_start = _page(hits, words, viewer=viewer, start=start)
    total = hits.counts.get(filters.kind, 0) if filters.kind else sum(hits.counts.values())
    meant = _meant(results) if mistyped else []
    return Answer(
        results=results, counts=hits.counts, facets=hits.facets, total=total, next_start=next_start, meant=meant
    )


def _question(words: Query, viewer: Viewer, *, filters: Filters, start: int) -> Question:
    return Question(
        words=words,
        audiences=viewer.audiences,
        reads=viewer.languages or (language_of(get_language() or ""),),
        filters=filters,
        start=start,
        size=PAGE + RESERVE + 1,
    )


def _page(hits: Hits, words: Query, *, viewer: Viewer, start: int) -> tuple[list[Result], int | None]:
    """Return a page of visible results, and the place of the group after the last one looked at."""
    items = _visible(hits.groups, viewer)
    reads = (language_of(get_language() or ""), *viewer.languages)
    results: list[Result] = []
    for place, group in enumerate(hits.groups):
        if len(results) == PAGE:
            return results, start + place
        if result := _result(group, items, words, reads=reads):
            results.append(result)
    return results, None if len(hits.groups) <= PAGE + RESERVE else start + len(hits.groups)


def _visible(groups: Iterable[Group], viewer: Viewer) -> dict[Reference, Any]:
    references = {reference for group in groups for reference in [(group.kind, group.object_id), *group.hits]}
    found = load_visible(references, viewer, related=False)
    return {reference: item for reference, item in found.items() if get_kind(reference[0]).is_published(item)}


def _result(group: Group, items: dict[Reference, Any], words: Query, *, reads: Sequence[str] = ()) -> Result | None:
    head = (group.kind, group.object_id)
    seen = [reference for reference in group.hits if reference in items]
    if head not in items or not seen:
        return None
    parts = [_shown(reference, items, words, reads=reads) for reference in seen if reference != head]
    shown = _without_foreign_words(_shown(head, items, words, reads=reads), parts, words, reads=reads)
    return Result(head=shown, parts=parts, size=group.size - (head in group.hits))


def _shown(reference: Reference, items: dict[Reference, Any], words: Query, *, reads: Sequence[str]) -> Shown:
    kind, item = get_kind(reference[0]), items[reference]
    fragments, language = _best_excerpt(kind.wordings(item), words, reads=reads)
    return Shown(kind=kind, item=item, fragments=fragments, language=language)


def _without_foreign_words(head: Shown, parts: Sequence[Shown], words: Query, *, reads: Sequence[str]) -> Shown:
    """Leave out an excerpt the reader cannot read where her own language answers beside it."""
    if not head.language or head.language in reads:
        return head
    spoken = language_of(head.title_language)
    title = excerpt(head.title, words, spoken) if spoken in reads else []
    answered = any(piece.hit for piece in title) or any(part.language in reads for part in parts)
    return replace(head, fragments=[], language="") if answered else head


def _best_excerpt(wordings: Sequence[Wording], words: Query, *, reads: Sequence[str]) -> tuple[list[Fragment], str]:
    """Return the excerpt of the first text with an answer, the reader's languages first; else its beginning."""
    told = sorted((w for w in wordings if w.text), key=lambda w: _rank(w.language, reads))
    first: tuple[list[Fragment], str] = ([], "")
    for wording in told:
        fragments = excerpt(wording.text, words, language_of(wording.language))
        if any(fragment.hit for fragment in fragments):
            return fragments, wording.language
        first = first if first[0] else (fragments, wording.language)
    return first


def _rank(language: str, reads: Sequence[str]) -> int:
    return reads.index(language) if language in reads else len(reads)


def _meant(results: Sequence[Result]) -> list[str]:
    """Return the words that answered in the first result, as they are written there."""
    shown = [result_part for result in results[:1] for result_part in [result.head, *result.parts]]
    words = [fragment.text for part in shown for fragment in part.fragments if fragment.hit]
    return list(dict.fromkeys(words))[:3]
