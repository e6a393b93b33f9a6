"""What people type, and what is asked of the engines for it."""

import pytest

from search.analysis import Query, query_terms


def originals(query: Query) -> list[str]:
    return [term.original for term in query.terms]


def test_a_word_is_asked_in_every_language():
    (term,) = query_terms("tlumočníka", ("cs", "en", "de")).terms
    assert term.original == "tlumočníka"
    assert term.exact == "tlumocnika"
    assert term.stems[0] == "tlumocnic"
    assert term.concepts == ("c0interpreter",)
    assert term.alternatives[0] == term.exact
    assert term.alternatives[-1] == "c0interpreter"
    assert len(set(term.alternatives)) == len(term.alternatives)


@pytest.mark.parametrize("quotes", ['""', "“”", "„“", "«»"])
def test_quoted_words_are_a_phrase(quotes):
    query = query_terms(f"{quotes[0]}místní platforma{quotes[1]} Liberec", ("cs", "de"))
    assert originals(query) == ["Liberec"]
    assert query.phrases[0].original == "místní platforma"
    assert ("mistn", "platform") in query.phrases[0].sequences


def test_a_phrase_keeps_its_stop_words():
    assert ("be", "or", "not") in query_terms('"be or not"').phrases[0].sequences


def test_a_single_quoted_word_means_only_itself():
    (term,) = query_terms('"cizinec"').terms
    assert term.concepts == ()


def test_excluded_words_and_phrases():
    query = query_terms('integrace -škola -"úřad práce"')
    assert originals(query) == ["integrace"]
    assert [term.original for term in query.excluded] == ["škola"]
    assert query.excluded[0].concepts == ()
    assert [phrase.original for phrase in query.excluded_phrases] == ["úřad práce"]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("CZ.1.04/5.1.01/77.00030", ("cz", "1", "04", "5", "1", "01", "77", "00030")),
        ("2014-2020", ("2014", "2020")),
        ("2014–2020", ("2014", "2020")),
        ("(covid-19)", ("covid", "19")),
    ],
)
def test_a_number_with_marks_is_asked_as_its_parts_in_a_row(typed, parts):
    query = query_terms(typed)
    assert query.terms == ()
    assert parts in query.phrases[0].sequences


def test_a_hyphen_between_words_parts_them():
    assert originals(query_terms("česko-německá škola")) == ["česko", "německá", "škola"]


def test_a_name_of_several_words_is_one_concept_for_each_of_them():
    for term in query_terms("mateřská škola").terms:
        assert term.concepts == ("c0preschool",)


def test_asking_twice_asks_once():
    assert originals(query_terms("město města městech")) == ["město", "města", "městech"]
    assert originals(query_terms("škola škola")) == ["škola"]


def test_twelve_words_count():
    query = query_terms(" ".join(f"slovo{number}x" for number in range(40)) + ' "jedna dva" -tri')
    assert len(query.terms) == 12
    assert query.phrases == query.excluded == ()


@pytest.mark.parametrize("text", ["", "   ", '"', '""', "-", "- -", "\0", "\ud800", "***", '-"', "-škola", '-"a b"'])
def test_nothing_to_look_for_is_false(text):
    assert not query_terms(text)


@pytest.mark.parametrize(
    "text",
    [
        '"nezavřená uvozovka',
        "škola AND (město OR obec) NOT kraj",
        "škola* NEAR/3 město^2 {x}: y~1",
        "'; DROP TABLE posts; --",
        "škola\0město\ud800",
        "a" * 1_000_000,
        "škola " * 200_000,
        '"' * 100_000,
        "-" * 100_000,
        "1." * 100_000,
        "e\u0301" * 100_000,
    ],
)
def test_any_text_is_a_query_of_safe_tokens(text):
    query = query_terms(text)
    tokens = [token for term in query.terms + query.excluded for token in term.alternatives]
    tokens += [token for phrase in query.phrases for row in phrase.sequences for token in row]
    assert all(token.isalnum() and len(token) <= 64 for token in tokens)
    assert len(query.terms) <= 12


def test_no_language_at_all_asks_for_the_word_itself():
    assert query_terms("Města", ()).terms[0].alternatives == ("mesta",)
