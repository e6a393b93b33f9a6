"""Owns the step from a word to its family token; documents and queries must both come through `stem`.

Czech, Slovak and Ukrainian have light stemmers of our own, English, German, French and Dutch those of
Snowball. All of them work on folded words, so a text typed without accents falls into the same families.
"""

import re
import threading
from functools import lru_cache

import snowballstemmer

from search.analysis.accents import kept_token
from search.analysis.families import rules_of
from search.analysis.tokens import token

LANGUAGES = ("cs", "sk", "de", "uk", "en", "fr", "nl")
UNKNOWN = "und"

_SNOWBALL = {"en": "english", "de": "german", "fr": "french", "nl": "dutch"}
_LIGHT = frozenset({"cs", "sk", "uk"})
_LONGEST_WORD = 256
_own = threading.local()


@lru_cache(maxsize=256)
def base_language(code: str) -> str:
    """Return the bare language of a code such as `cs-CZ` or `de_AT`; `und` when there is none."""
    return re.split("[-_]", code.strip().lower(), maxsplit=1)[0] or UNKNOWN


def stem(word: str, language: str) -> str:
    """Return the family token of a word as written: letters and digits only, empty for no word at all.

    A language without a stemmer gives the folded word itself.
    """
    return _stem(word[:_LONGEST_WORD], base_language(language[:_LONGEST_WORD]))


@lru_cache(maxsize=1 << 16)
def _stem(word: str, language: str) -> str:
    kept = kept_token(word)
    if kept:
        return kept
    folded = token(word)
    if not folded.isalpha():
        return folded
    if language in _LIGHT:
        return rules_of(language).family(folded)
    if language in _SNOWBALL:
        form, inflected = rules_of(language).prepared(folded)
        return _snowball(form, language) if inflected else form
    return folded


def _snowball(word: str, language: str) -> str:
    """Stem by Snowball. Its stemmers keep the word in themselves, so each thread has its own."""
    stemmers = vars(_own)
    if language not in stemmers:
        stemmers[language] = snowballstemmer.stemmer(_SNOWBALL[language])
    result: str = stemmers[language].stemWord(word)
    return result
