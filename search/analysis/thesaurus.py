"""Owns the concepts of the field: words of all languages that mean one thing share one concept token.

A document that says `cizinec` carries the token of the concept beside its words, a query for `Ausländer`
asks for that token too, and so they meet. Concept tokens stand in the index, so a changed thesaurus needs
`rebuild_index`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from search.analysis.stemming import LANGUAGES, UNKNOWN, base_language, stem
from search.analysis.tables import read_table
from search.analysis.tokens import spellings, token

_PREFIX = "c0"

Sequences = dict[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Span:
    """A concept met in a row of words: from `start` up to `end`, as the token `concept`."""

    start: int
    end: int
    concept: str


def concept_token(code: str) -> str:
    """Return the index token of a concept code; a letter and a zero before it keep it apart from words."""
    return _PREFIX + token(code)


class Thesaurus:
    """Concepts by the word families of each language; made by `load_concepts`, never changed afterwards."""

    def __init__(self, concepts: dict[str, Sequences]) -> None:
        self._concepts = concepts
        self._longest = {language: _longest_by_head(sequences) for language, sequences in concepts.items() if sequences}

    def spans(self, stems: Sequence[str], language: str) -> Iterator[Span]:
        """Yield the concepts in a row of stems from left to right; the longest name of a concept wins."""
        base = base_language(language)
        base = base if base in LANGUAGES else UNKNOWN
        longest = self._longest.get(base, {})
        position = 0
        while position < len(stems):
            end = position + 1
            if stems[position] in longest:
                found = self._at(stems, position, base)
                yield from found
                end = found[0].end if found else end
            position = end

    def _at(self, stems: Sequence[str], start: int, language: str) -> list[Span]:
        for size in range(self._longest[language][stems[start]], 0, -1):
            names = self._concepts[language].get(tuple(stems[start : start + size]))
            if names:
                end = min(start + size, len(stems))
                return [Span(start, end, name) for name in names]
        return []


def _longest_by_head(sequences: Sequences) -> dict[str, int]:
    longest: dict[str, int] = defaultdict(int)
    for sequence in sequences:
        longest[sequence[0]] = max(longest[sequence[0]], len(sequence))
    return dict(longest)


def load_concepts(rows: Iterable[tuple[str, ...]]) -> Thesaurus:
    """Make a thesaurus of rows (concept code, language, words parted by `|`); a name may have several words.

    What an editor types wrongly does no harm: rows and names without a letter are passed over.
    """
    concepts: dict[str, Sequences] = defaultdict(dict)
    for code, language, line in rows:
        if not token(code):
            continue
        for name in line.split("|"):
            for spoken in (base_language(language), UNKNOWN):
                sequence = tuple(filter(None, (stem(word, spoken) for word in spellings(name))))
                if sequence:
                    known = concepts[spoken].get(sequence, ())
                    concepts[spoken][sequence] = tuple(dict.fromkeys((*known, concept_token(code))))
    return Thesaurus(dict(concepts))


def default_rows() -> Iterator[tuple[str, ...]]:
    """Yield the rows Mosty is shipped with: what an editor starts from."""
    return read_table("thesaurus.tsv", columns=3)


@cache
def default_thesaurus() -> Thesaurus:
    """Return the thesaurus of the rows Mosty is shipped with."""
    return load_concepts(default_rows())
