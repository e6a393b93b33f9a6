"""What an engine is given for a text, and that each engine takes a token for one word."""

import sqlite3
import threading

import pytest

from search.analysis import index_terms, stem
from search.analysis.families import Rules
from search.analysis.tables import read_table

TEXT = "Cizinci v mateřských školách: být, Förderung, сім'я, ґанок, йод, Ελλάδα, CZ.1.04/5, हिन्दी, ½ ㎏"


def test_words_come_in_order_and_concepts_after_them():
    assert index_terms("Cizinci v mateřských školách", "cs") == "cizinc v matersc skol c0foreigner c0preschool"


@pytest.mark.parametrize("language", ["cs", "cs-CZ", "cs_CZ", " CS "])
def test_the_language_may_be_any_code_of_it(language):
    assert stem("městech", language) == "mest"


@pytest.mark.parametrize("language", ["und", "", "pl", "xx", "\0"])
def test_a_language_without_rules_is_folded(language):
    assert index_terms("Więźniowie ŁODZI", language) == "wiezniowie lodzi"


def test_an_unlabelled_text_still_meets_the_thesaurus():
    assert "c0refugee" in index_terms("uprchlík", "und").split()


def test_tokens_are_letters_and_digits_only():
    for language in ("cs", "uk", "de", "und"):
        for token in index_terms(TEXT.replace("हिन्दी", ""), language).split():
            assert token.isalnum(), token
            assert token == token.lower()


@pytest.mark.parametrize("tokenizer", ["unicode61 remove_diacritics 0", "unicode61 remove_diacritics 2", "ascii"])
def test_sqlite_keeps_each_token_whole(tokenizer):
    tokens = set(index_terms(TEXT.replace("हिन्दी", ""), "cs").split())
    with sqlite3.connect(":memory:") as base:
        base.execute(f'CREATE VIRTUAL TABLE entry USING fts5(body, tokenize="{tokenizer}")')
        base.execute("CREATE VIRTUAL TABLE stored USING fts5vocab(entry, 'row')")
        base.execute("INSERT INTO entry VALUES (?)", [" ".join(tokens)])
        assert {row[0] for row in base.execute("SELECT term FROM stored")} == tokens


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "!!! — …", "\u200b"])
def test_a_text_without_words_is_empty(text):
    assert index_terms(text, "cs") == ""


def test_a_word_without_end_becomes_a_token_an_engine_can_hold():
    (token,) = index_terms("a" * 1_000_000, "cs").split()
    assert len(token) <= 64


def test_threads_do_not_disturb_each_others_stemmers():
    words = [f"municipalities{letter}ing" for letter in "abcdefghij"] * 50
    expected = [stem(word, "en") for word in words]
    stem.__globals__["_stem"].cache_clear()
    results: list[list[str]] = []
    threads = [threading.Thread(target=lambda: results.append([stem(word, "en") for word in words])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4


def test_a_slip_in_a_table_is_named_with_its_line():
    with pytest.raises(ValueError, match=r"stopwords\.tsv:\d+: 2 columns instead of 7"):
        list(read_table("stopwords.tsv", columns=7))


def test_a_step_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        Rules().add("guess", "a", right="b")
