"""Owns the few words whose accent is their meaning; all other words are compared without accents.

The rule. People leave accents out, so `zamestnani` must find `zaměstnání` and `deti` must find `děti`:
words are folded. Folding also joins words that have nothing in common, and a general rule for short words
would not help, because most short words (`zena`, `urad`, `deti`) are typed without accents all the time. So
`data/accents.tsv` lists the pairs that hurt: být beside byt, pás beside pas, řada beside rada, Förderung
beside Forderung.

- A listed accented form, in a document or a query, becomes a token of its own family that keeps the accents
  (`by1t`), and never the folded one. So `byt` does not find `být`, and `být` does not find `byt`.
- A word typed without accents means the plain word when such a form of it exists (`byt`, `rada`).
- When it does not exist (`kriz` is no form of `krize`), the typist can only have left the accents out: then
  both families are searched.

The list holds for every language: a letter with a caron says more about a word than the label of a document.
"""

import unicodedata
from functools import cache

from search.analysis.folding import composed, fold
from search.analysis.tables import read_table

_DIGITS = {"\u0301": "1", "\u030c": "2", "\u030a": "3", "\u0308": "4", "\u0302": "5", "\u0300": "6"}
_OTHER_MARK = "7"


def _encode(lemma: str) -> str:
    """Write an accented word in plain letters and digits, which every engine takes for one word."""
    parts = unicodedata.normalize("NFD", composed(lemma))
    return "".join(_DIGITS.get(sign, _OTHER_MARK) if unicodedata.combining(sign) else sign for sign in parts)


@cache
def _families() -> dict[str, str]:
    """Accented form -> token of its family."""
    rows = read_table("accents.tsv", columns=3)
    return {composed(form): _encode(lemma) for lemma, forms, _plain in rows for form in forms.split("|")}


@cache
def plain_words() -> frozenset[str]:
    """Return the folded forms that are words of their own beside an accented one: `byt`, `rada`, `krize`."""
    rows = read_table("accents.tsv", columns=3)
    return frozenset(fold(form) for _lemma, _forms, plain in rows for form in plain.split("|") if form)


@cache
def _left_out() -> dict[str, tuple[str, ...]]:
    """Folded form that is no plain word -> the families it can stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for form, family in _families().items():
        typed = fold(form)
        if typed not in plain_words():
            found[typed] = (*found.get(typed, ()), family)
    return {typed: tuple(dict.fromkeys(families)) for typed, families in found.items()}


def kept_token(word: str) -> str:
    """Return the accent-keeping token of a listed word, or an empty string for any other word."""
    return _families().get(composed(word), "")


def families_left_out(typed: str) -> tuple[str, ...]:
    """Return the accent-keeping tokens that a word typed without accents may stand for."""
    return _left_out().get(composed(typed), ())
