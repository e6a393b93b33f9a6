"""Owns the table-driven light stemmer; a rule of a language is a row of `data/families.tsv`, never code.

Steps of a language, in this order:

whole     words that only look inflected (systém, program) skip `prepare` and `ending`
irregular a whole form is replaced by another and skips `prepare` and `ending`
prepare   patterns replaced before an ending is cut
ending    the longest listed ending is cut, when three letters remain, one of them a vowel (mzd-a needs none)
rewrite   patterns replaced in what remains: fleeting vowels, softened consonants, related suffixes

A rewrite sees every form of a family after its ending is gone, so one that goes too far still treats them
alike.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from search.analysis.tables import read_table

_SHORTEST = 3
_VOWELS = frozenset("aeiouy\u0430\u0435\u0438\u0456\u043e\u0443\u044e\u044f\u0454\u0457\u044b\u044d")

Rewrite = tuple[re.Pattern[str], str]


@dataclass(slots=True)
class Rules:
    """The rows of one language, ready for use."""

    forms: dict[str, str] = field(default_factory=dict)
    prepares: list[Rewrite] = field(default_factory=list)
    endings: set[str] = field(default_factory=set)
    rewrites: list[Rewrite] = field(default_factory=list)

    def add(self, step: str, left: str, *, right: str) -> None:
        """Add one row of the table; raises KeyError for a step that does not exist."""
        steps: dict[str, Callable[[], object]] = {
            "whole": lambda: self.forms.update({word: word for word in left.split()}),
            "irregular": lambda: self.forms.update(dict.fromkeys(left.split(), right)),
            "prepare": lambda: self.prepares.append((re.compile(left), right)),
            "ending": lambda: self.endings.update(left.split()),
            "rewrite": lambda: self.rewrites.append((re.compile(left), right)),
        }
        steps[step]()

    def cut(self, word: str) -> str:
        """Return the word without its longest listed ending, or as it is."""
        for start in range(_SHORTEST, len(word)):
            ending = word[start:]
            if ending in self.endings and (_VOWELS.intersection(word[:start]) or _VOWELS.issuperset(ending)):
                return word[:start]
        return word

    def prepared(self, word: str) -> tuple[str, bool]:
        """Return the form to go on with, and whether it still has an ending to cut."""
        form = self.forms.get(word)
        if form is not None:
            return form, False
        return _replace(word, self.prepares), True

    def family(self, word: str) -> str:
        """Return the family of a folded word."""
        form, inflected = self.prepared(word)
        return _replace(self.cut(form) if inflected else form, self.rewrites)


def _replace(word: str, rewrites: list[Rewrite]) -> str:
    for pattern, replacement in rewrites:
        word = pattern.sub(replacement, word)
    return word


@cache
def _all_rules() -> dict[str, Rules]:
    found: dict[str, Rules] = {}
    for language, step, left, right in read_table("families.tsv", columns=4):
        found.setdefault(language, Rules()).add(step, left, right="" if right == "-" else right)
    return found


def rules_of(language: str) -> Rules:
    """Return the rules of a language; a language without rows has rules that change nothing."""
    return _all_rules().get(language) or Rules()
