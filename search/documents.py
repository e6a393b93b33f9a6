"""Builds what an engine stores of an item: tokens and what it is filtered by, never a text that could be read.

A post is found under its topic, whose title is only its context: what no post says itself is found as the topic's.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from core.changes import Reference
from core.kinds import Kind, Wording
from search.analysis import Thesaurus, default_thesaurus
from search.analysis.indexing import word_tokens
from search.analysis.stemming import UNKNOWN, base_language
from vocabulary.models import Territory


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One entry: `title` and `body` as word families, `words` as they stand, `context` both, all parted by spaces."""

    kind: str
    object_id: int
    version: int
    group: Reference
    title: str
    body: str
    words: str
    concepts: str
    context: str
    languages: tuple[str, ...]
    audience: str
    platform_id: int | None
    areas: tuple[str, ...]
    territories: tuple[str, ...]
    day: date | None
    weight: float

    @property
    def reference(self) -> Reference:
        """The item."""
        return self.kind, self.object_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is read from an item before any analysis; two equal digests need no new write."""

    kind: str
    object_id: int
    group: Reference
    wordings: tuple[Wording, ...]
    audience: str
    platform_id: int | None
    areas: tuple[str, ...]
    territories: tuple[str, ...]
    day: date | None
    weight: float

    @property
    def digest(self) -> str:
        """A short print of everything that is indexed."""
        return hashlib.sha256(repr(self).encode("utf-8", "replace")).hexdigest()[:40]


def read(kind: Kind, items: Iterable[Any]) -> dict[Reference, Source | Exception]:
    """Return what is to be indexed of each item of a kind, or the error that reading one raised.

    One statement whatever their number, beside those of `kind.queryset()`: the places above the items' places.
    """
    found: dict[Reference, Source | Exception] = {}
    with translation.override(settings.LANGUAGE_CODE):
        for item in items:
            reference = (kind.code, int(item.pk))
            try:
                found[reference] = _source(kind, item)
            except Exception as error:  # one broken item must not stop the others
                found[reference] = error
    return _with_places_above(found)


def _source(kind: Kind, item: Any) -> Source:
    return Source(
        kind=kind.code,
        object_id=int(item.pk),
        group=kind.group(item),
        wordings=tuple(wording for wording in kind.wordings(item) if wording.title or wording.text),
        audience=kind.audience(item),
        platform_id=kind.platform_id(item),
        areas=tuple(sorted(set(kind.area_codes(item)))),
        territories=tuple(sorted(set(kind.territory_codes(item)))),
        day=_day(kind.changed_at(item)),
        weight=kind.search_weight,
    )


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value if isinstance(value, date) else None


def _with_places_above(found: dict[Reference, Source | Exception]) -> dict[Reference, Source | Exception]:
    """Add to each place everything it lies in, so that a region finds its towns."""
    sources = [source for source in found.values() if isinstance(source, Source) and source.territories]
    codes = {code for source in sources for code in source.territories}
    above = {place.code: place.ancestor_codes for place in Territory.objects.with_codes(codes)} if codes else {}
    for source in sources:
        places = {place for code in source.territories for place in [code, *above.get(code, [])]}
        found[source.kind, source.object_id] = replace(source, territories=tuple(sorted(places)))
    return found


def analyse(source: Source, *, version: int, thesaurus: Thesaurus | None = None) -> Document:
    """Return the document of a source: pure, the same for every engine."""
    grouped = source.group != (source.kind, source.object_id)
    names = _Tokens(thesaurus or default_thesaurus())
    texts = _Tokens(thesaurus or default_thesaurus())
    for wording in source.wordings:
        names.add(wording.title, wording.language)
        texts.add(wording.text, wording.language)
    own = [texts] if grouped else [names, texts]
    languages = {base_language(wording.language) for wording in source.wordings if wording.language}
    return Document(
        kind=source.kind,
        object_id=source.object_id,
        version=version,
        group=source.group,
        title="" if grouped else " ".join(names.families),
        body=" ".join(texts.families),
        words=" ".join(word for part in own for word in part.words),
        concepts=" ".join(dict.fromkeys(concept for part in own for concept in part.concepts)),
        context=" ".join(names.everything) if grouped else "",
        languages=tuple(sorted(languages)),
        audience=source.audience,
        platform_id=source.platform_id,
        areas=source.areas,
        territories=source.territories,
        day=source.day,
        weight=source.weight,
    )


class _Tokens:
    """Collects the tokens of texts in several languages."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self.thesaurus = thesaurus
        self.families: list[str] = []
        self.words: list[str] = []
        self.concepts: list[str] = []

    def add(self, text: str, language: str) -> None:
        """Add a text; one in no known language is read as the site's own, and its words stand as they are."""
        spoken = language_of(language)
        families = word_tokens(text, spoken)
        self.families += families
        self.words += word_tokens(text, UNKNOWN)
        self.concepts += [span.concept for span in self.thesaurus.spans(families, spoken)]

    @property
    def everything(self) -> Sequence[str]:
        """All of it: for a context, in which it does not matter how a word was met."""
        return [*self.families, *self.words, *self.concepts]


def language_of(code: str) -> str:
    """Return the language by whose rules a text is analysed."""
    return base_language(code or settings.LANGUAGE_CODE)
