"""Any text at all goes through the analysis: no error, only safe tokens, places that fit."""

import random
import unicodedata
from itertools import pairwise

import pytest

from search.analysis import LANGUAGES, excerpt, fold, index_terms, query_terms, typo_candidates, words

SIGNS = (
    "abcěščřžýáíéůäöüßłđæœйїієґщьўё'’ʼ\"-–.,/()*:^~ \t\n\0\u200b\u00ad\u0301\u030c\ud800\udfff\ufeff😀½㎏ﬁ漢字हिन्दीيُלָ"
)


def random_texts() -> list[str]:
    source = random.Random(20261122)
    texts = []
    for number in range(150):
        length = source.randrange(1, 200)
        if number % 2:
            texts.append("".join(source.choice(SIGNS) for _ in range(length)))
        else:
            texts.append("".join(chr(source.randrange(0x11000)) for _ in range(length)))
    return texts


TEXTS = random_texts()


def is_safe(token: str) -> bool:
    kept = all(sign.isalnum() or unicodedata.category(sign).startswith("M") for sign in token)
    return kept and 0 < len(token) <= 64 and "\0" not in token


def test_folding_twice_changes_nothing():
    assert [text for text in TEXTS if fold(fold(text)) != fold(text)] == []


def test_words_stand_where_they_say():
    for text in TEXTS:
        found = words(text)
        assert all(text[word.start : word.end] == word.text for word in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("language", [*LANGUAGES, "und"])
def test_only_safe_tokens_are_stored(language):
    for text in TEXTS:
        assert all(is_safe(token) for token in index_terms(text, language).split(" ") if token)


def test_a_text_is_found_by_its_own_words():
    for text in TEXTS:
        stored = set(index_terms(text, "cs").split())
        for term in query_terms(text).terms:
            assert stored & set(term.alternatives), (text, term)


def test_excerpts_of_anything():
    for text in TEXTS:
        fragments = excerpt(text, query_terms(text), "uk", length=30)
        assert all(fragment.text for fragment in fragments)
        "".join(fragment.text for fragment in fragments).encode()


def test_typos_of_anything():
    vocabulary = [token for text in TEXTS for token in index_terms(text, "cs").split()]
    for text in TEXTS[:30]:
        for word in words(text):
            assert set(typo_candidates(fold(word.text), vocabulary)) <= set(vocabulary)
