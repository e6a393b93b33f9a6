"""The rule for words whose accent is their meaning, and for words too common to search for."""

import pytest

from search.analysis import LANGUAGES, default_rows, index_terms, query_terms, stem
from search.analysis.accents import plain_words
from search.analysis.stopwords import is_stop_word
from search.analysis.tables import read_table
from search.analysis.tokens import spellings


def finds(query: str, text: str, language: str = "cs") -> bool:
    tokens = set(index_terms(text, language).split())
    return all(tokens & set(term.alternatives) for term in query_terms(query).terms)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("zamestnani", "zaměstnání", True),
        ("zaměstnání", "zamestnani", True),
        ("byt", "být či nebýt", False),
        ("byt", "hledáme byty", True),
        ("být", "hledáme byty", False),
        ("být", "být či nebýt", True),
        ("rada", "celá řada měst", False),
        ("rada", "rady města", True),
        ("řada", "rady města", False),
        ("řady", "celá řada měst", True),
        ("deti", "pro děti", True),
        ("urad", "na úřadě", True),
        ("krize", "Červený kříž", False),
        ("cerveny kriz", "Červený kříž", True),
        ("kriz", "ve dnech krizí", True),
    ],
)
def test_accents_count_only_where_they_are_the_meaning(query, text, expected):
    assert finds(query, text) is expected


@pytest.mark.parametrize("word", ["Förderung", "förderung", "FÖRDERUNG", "Foerderung", "Fo\u0308rderung"])
def test_a_listed_word_is_known_in_every_spelling(word):
    assert stem(word, "de") == stem("Förderung", "cs") != stem("Forderung", "de")


def test_accented_families_are_plain_letters_and_digits():
    assert stem("být", "cs") == "by1t"
    assert stem("řadu", "cs") == "r2ada"


@pytest.mark.parametrize("word", ["být", "je", "která", "ktera", "und", "the", "при", "pour", "het"])
def test_stop_words_are_dropped_also_without_accents(word):
    assert is_stop_word(word)
    assert [term.original for term in query_terms(f"integrace {word} škola").terms] == ["integrace", "škola"]


@pytest.mark.parametrize("word", ["byt", "pas", "rad", "war", "den", "man", "son", "die Grünen"])
def test_words_that_mean_something_in_one_language_are_kept(word):
    assert query_terms(f"integrace {word}").terms[1:]


def test_a_query_of_nothing_but_stop_words_is_still_asked():
    (term,) = query_terms("být").terms
    assert term.alternatives == ("by1t",)
    assert len(query_terms("to be or not").terms) == 4


def test_no_single_word_of_the_thesaurus_is_a_stop_word():
    names = (name for _code, _language, line in default_rows() for name in line.split("|"))
    alone = {name for name in names if len(spellings(name)) == 1}
    assert {name for name in alone if is_stop_word(name)} == set()


def test_no_plain_twin_of_an_accented_word_is_a_stop_word_by_lost_accents():
    written = {word for _language, line in read_table("stopwords.tsv", columns=2) for word in line.split()}
    assert [word for word in plain_words() - written if is_stop_word(word)] == []


def test_stop_words_are_listed_for_every_language():
    assert {language for language, _line in read_table("stopwords.tsv", columns=2)} == set(LANGUAGES)
