"""Owns the excerpt under a hit: plain fragments, never markup, so that a caller cannot forget to escape.

The stretch shown is the one that answers most different words of the query. It begins and ends at whole
words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from search.analysis.query import Phrase, Query
from search.analysis.stemming import stem
from search.analysis.thesaurus import Thesaurus, default_thesaurus
from search.analysis.tokens import Word, words

_MOST_READ = 200_000
_ELLIPSIS = "\u2026"
_NO_HIT = -1


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of an excerpt; `hit` says that it answers the query."""

    text: str
    hit: bool


def excerpt(
    text: str, query: Query, language: str, *, length: int = 240, thesaurus: Thesaurus | None = None
) -> list[Fragment]:
    """Return the best stretch of a plain text, about `length` letters, with the answering words marked.

    Without a hit it is the beginning of the text. A single word longer than `length` is the only one ever
    cut.
    """
    clean = " ".join(text[:_MOST_READ].encode("utf-8", "ignore").decode().replace("\0", " ").split())
    found = words(clean)
    answers = _answers(found, query, language, thesaurus or default_thesaurus())
    start, end = _stretch(clean, found, answers, length=length)
    return _fragments(clean, found, answers, start=start, end=end)


def _answers(found: Sequence[Word], query: Query, language: str, thesaurus: Thesaurus) -> list[int]:
    """Return for each word the number of the term or phrase it answers, or `_NO_HIT`."""
    stems = [stem(word.text, language) for word in found]
    numbers = {token: number for number, term in enumerate(query.terms) for token in term.alternatives}
    answers = [numbers.get(token, _NO_HIT) for token in stems]
    for span in thesaurus.spans(stems, language):
        if span.concept in numbers:
            answers[span.start : span.end] = [numbers[span.concept]] * (span.end - span.start)
    for number, phrase in enumerate(query.phrases, start=len(query.terms)):
        for start, end in _phrase_places(stems, phrase):
            answers[start:end] = [number] * (end - start)
    return answers


def _phrase_places(stems: Sequence[str], phrase: Phrase) -> list[tuple[int, int]]:
    places = []
    for row in phrase.sequences:
        starts = (place for place, token in enumerate(stems) if token == row[0])
        places += [(at, at + len(row)) for at in starts if tuple(stems[at : at + len(row)]) == row]
    return places


def _stretch(text: str, found: Sequence[Word], answers: Sequence[int], *, length: int) -> tuple[int, int]:
    """Return start and end of the stretch to show."""
    if len(text) <= length:
        return 0, len(text)
    hits = [place for place, answer in enumerate(answers) if answer != _NO_HIT]
    start = 0
    if hits:
        first, last = _best_hits(found, answers, hits, length=length)
        room = length - (found[last].end - found[first].start)
        start = _start_before(found, first, room=room // 3)
    ends = [word.end for word in found if start < word.end <= start + length]
    end = ends[-1] if ends else start + length
    return start, len(text) if len(text) <= start + length else end


def _best_hits(found: Sequence[Word], answers: Sequence[int], hits: Sequence[int], *, length: int) -> tuple[int, int]:
    """Return the first and last hit of the stretch with most different answers, then most answers."""
    best, chosen = (0, 0), (hits[0], hits[0])
    inside: Counter[int] = Counter()
    left = 0
    for right, place in enumerate(hits):
        inside[answers[place]] += 1
        while left < right and found[place].end - found[hits[left]].start > length:
            inside[answers[hits[left]]] -= 1
            left += 1
        score = (sum(count > 0 for count in inside.values()), right - left + 1)
        if score > best:
            best, chosen = score, (hits[left], place)
    return chosen


def _start_before(found: Sequence[Word], first: int, *, room: int) -> int:
    """Return the start of the earliest word within `room` letters before a word; 0 when that is the first."""
    limit = found[first].start - room
    while first > 0 and found[first - 1].start >= limit:
        first -= 1
    return found[first].start if first else 0


def _fragments(text: str, found: Sequence[Word], answers: Sequence[int], *, start: int, end: int) -> list[Fragment]:
    """Cut the stretch into marked and plain pieces."""
    pieces: list[Fragment] = []
    place = start
    plain = _ELLIPSIS if start else ""
    for word, answer in zip(found, answers, strict=True):
        if answer == _NO_HIT or word.start < start or word.end > end:
            continue
        plain += text[place : word.start]
        pieces += [Fragment(plain, hit=False)] * bool(plain) + [Fragment(word.text, hit=True)]
        place, plain = word.end, ""
    plain += text[place:end] + (_ELLIPSIS if end < len(text) else "")
    return pieces + [Fragment(plain, hit=False)] * bool(plain)
