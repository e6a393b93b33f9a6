"""Owns the words too common to search for: queries drop them, documents keep them so that phrases stay whole.

A query may be in any language, so a word is dropped when it is a stop word in any of ours. Therefore no
list may hold a word that means something in another of the languages (`pas`, `war`, `den`, `man`): a test
watches over it.
"""

from functools import cache

from search.analysis.accents import plain_words
from search.analysis.folding import composed, fold
from search.analysis.tables import read_table


@cache
def _written() -> frozenset[str]:
    rows = read_table("stopwords.tsv", columns=2)
    return frozenset(composed(word) for _language, line in rows for word in line.split())


@cache
def _typed_plainly() -> frozenset[str]:
    """Stop words with their accents left out, but for those that are then another word (být, byt)."""
    return frozenset(fold(word) for word in _written()) - plain_words()


def is_stop_word(word: str) -> bool:
    """Tell whether a word of a query carries no meaning of its own: `být` does not, `byt` does."""
    written = composed(word)
    if written in _written():
        return True
    return fold(word) == written and written in _typed_plainly()
