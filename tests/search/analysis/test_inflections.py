"""The share of inflected words that search finds, and the look-alikes it keeps apart, per language."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from search.analysis import LANGUAGES, index_terms, query_terms

FOLDER = Path(__file__).parent
FILES = ("inflections.tsv", "inflections_unseen.tsv")
ENOUGH_PAIRS = 300
LEAST_FOUND = {"cs": 0.98, "sk": 0.98, "uk": 0.98, "de": 0.98, "en": 0.98, "fr": 0.98, "nl": 0.98}


class Pair(NamedTuple):
    asked: str
    written: str
    language: str
    expected: bool

    def found(self, languages: tuple[str, ...]) -> bool:
        """Whether the word finds the other as a word, without the help of the thesaurus."""
        (term,) = query_terms(self.asked, languages).terms
        word = index_terms(self.written, self.language).split()[0]
        return word in {term.exact, *term.stems}


def pairs() -> Iterator[Pair]:
    for name in FILES:
        for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                asked, forms, language, expected = line.split("\t")
                yield from (Pair(asked, form, language, expected == "yes") for form in forms.split())


@pytest.fixture(scope="module")
def all_pairs() -> list[Pair]:
    return list(pairs())


def test_the_measure_is_large_and_knows_every_language(all_pairs):
    assert len(all_pairs) >= ENOUGH_PAIRS
    for language in LANGUAGES:
        assert any(pair.language == language and pair.expected for pair in all_pairs)
        assert any(pair.language == language and not pair.expected for pair in all_pairs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_inflected_forms_are_found_by_a_reader_who_does_not_name_the_language(language, all_pairs):
    wanted = [pair for pair in all_pairs if pair.language == language and pair.expected]
    missed = [pair for pair in wanted if not pair.found(LANGUAGES)]
    assert 1 - len(missed) / len(wanted) >= LEAST_FOUND[language], missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_look_alikes_are_kept_apart_in_their_own_language(language, all_pairs):
    unwanted = [pair for pair in all_pairs if pair.language == language and not pair.expected]
    assert [pair for pair in unwanted if pair.found((language,))] == []


def test_look_alikes_meet_through_the_rules_of_another_language_only_where_we_know_it(all_pairs):
    unwanted = (pair for pair in all_pairs if not pair.expected)
    met = {(pair.asked, pair.written) for pair in unwanted if pair.found(LANGUAGES)}
    assert met <= {("starosta", "starost"), ("cours", "cour")}
