"""Owns the guess at what a mistyped word should have been; it offers only words that stand in the index.

For engines without a fuzzy search. A word of four to seven letters may have one slip, a longer one two; a
slip is a letter too much, too few, another one, or two neighbours swapped.
"""

from collections.abc import Iterable

_SHORTEST = 4
_LONG = 8
_BEST = 5
_SLIP_CHANGES = 2


def typo_candidates(term: str, vocabulary: Iterable[str], *, limit: int = _BEST) -> list[str]:
    """Return the tokens of the vocabulary nearest to a folded word, best first, never the word itself.

    Tokens with digits are no words and are passed over; so is a term with digits or fewer than four letters.
    """
    if len(term) < _SHORTEST or not term.isalpha():
        return []
    slips = 1 if len(term) < _LONG else 2
    ranked = []
    for word in _plausible(term, vocabulary, slips):
        distance = _distance(term, word, most=slips)
        if distance <= slips:
            ranked.append((distance, word[0] != term[0], -_shared(term, word), word))
    return [word for *_rank, word in sorted(ranked)[:limit]]


def _plausible(term: str, vocabulary: Iterable[str], slips: int) -> list[str]:
    """Sieve cheaply. With `slips` slips at least one of `slips + 1` parts of the term is whole in the word.

    A part is taken without its ends that touch another part, because one swap can harm two neighbours there.
    """
    shortest, longest, letters = len(term) - slips, len(term) + slips, set(term)
    head, tail = _ends(term, slips)
    middle = term[len(head) + 2 : len(term) - len(tail) - 2] if slips > 1 else None
    return [
        word
        for word in vocabulary
        if shortest <= len(word) <= longest
        and (word.startswith(head) or word.endswith(tail) or (middle is not None and middle in word))
        and word != term
        and len(letters.symmetric_difference(word)) <= _SLIP_CHANGES * slips
        and word.isalpha()
    ]


def _ends(term: str, slips: int) -> tuple[str, str]:
    part = len(term) // (slips + 1) if slips == 1 else len(term) // 4
    return term[: max(part - 1, 1)], term[-max(part - 1, 1) :]


def _shared(first: str, second: str) -> int:
    """Return how many letters two words have in common at their start."""
    for place, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return place
    return min(len(first), len(second))


def _distance(first: str, second: str, *, most: int) -> int:
    """Return the number of slips between two words, or `most + 1` as soon as it is sure to be more."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        older, before, row = before, row, [i]
        for j, other in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return row[-1]
