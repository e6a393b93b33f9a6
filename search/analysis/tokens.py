"""Owns the cutting of text into words; documents, queries and excerpts are cut here and nowhere else.

A word is a run of letters and digits of any script. Hyphens, dots and slashes part words, so a registration
number is found by its parts; as a whole it is found because a query for it asks for its parts in a row.
"""

import re
import unicodedata
from dataclasses import dataclass

from search.analysis.folding import fold

_LONGEST_TOKEN = 64
_INSIDE = "\u00ad\u200b-\u200d\u2060\ufeff"
_CYRILLIC = "[\u0400-\u052f]"


def _marks() -> str:
    """Return every combining mark for a character class: Indic vowels and bare accents belong to words."""
    plane = map(chr, range(0x0300, 0xFFFF))
    return "".join(mark for mark in plane if unicodedata.category(mark) in {"Mn", "Mc"})


_WORD = re.compile(rf"[^\W_]+(?:[{_marks()}{_INSIDE}]+[^\W_]*|(?<={_CYRILLIC})['\u2019\u2018`](?={_CYRILLIC})[^\W_]*)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, with its place in the text it was cut from."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the words of a text in their order; `text[word.start:word.end] == word.text` for each."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


def spellings(text: str) -> list[str]:
    """Return only the texts of the words: what indexing needs, at a third of the cost of `words`."""
    return _WORD.findall(text)


def token(word: str) -> str:
    """Return the folded word as a token of letters and digits only, at most 64 long; may be empty."""
    folded = fold(word[: _LONGEST_TOKEN * 4])
    if not folded.isalnum():
        folded = "".join(sign for sign in folded if sign.isalnum() or unicodedata.category(sign)[0] == "M")
    return folded[:_LONGEST_TOKEN]
