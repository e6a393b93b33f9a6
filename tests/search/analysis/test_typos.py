"""Mistyped words lead to words that stand in the index."""

import pytest

from search.analysis import typo_candidates
from search.analysis.typos import _distance

VOCABULARY = [
    "zamestnan",
    "zamestnavatel",
    "integrac",
    "tlumocnic",
    "uprchlic",
    "skol",
    "skoln",
    "mest",
    "kurz",
    "by1t",
    "c0school",
    "ab",
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zamesntan", "zamestnan"),
        ("zamestan", "zamestnan"),
        ("zaemstnn", "zamestnan"),
        ("intergac", "integrac"),
        ("integrrac", "integrac"),
        ("tlmocnic", "tlumocnic"),
        ("tlumocnix", "tlumocnic"),
        ("xlumocnic", "tlumocnic"),
        ("uprlchic", "uprchlic"),
        ("mets", "mest"),
        ("kruz", "kurz"),
        ("kurs", "kurz"),
    ],
)
def test_slips_are_forgiven(typed, meant):
    assert typo_candidates(typed, VOCABULARY)[0] == meant


@pytest.mark.parametrize("typed", ["ab", "mst", "xx", "", "2024", "by1t", "c0schol", "mmeesstt", "zzzzzzzzzz"])
def test_short_words_numbers_and_far_words_are_left_alone(typed):
    assert typo_candidates(typed, VOCABULARY) == []


def test_the_word_itself_is_no_candidate():
    assert typo_candidates("skol", VOCABULARY) == ["skoln"]


def test_the_nearest_comes_first_and_then_the_same_beginning():
    assert typo_candidates("municipal", ["unicipal", "municipel", "munizipel"]) == [
        "municipel",
        "unicipal",
        "munizipel",
    ]


def test_no_more_than_asked_for():
    assert len(typo_candidates("skola", [f"skol{letter}" for letter in "bcdefghij"], limit=3)) == 3


def test_the_sieve_loses_nothing_that_is_near():
    word = "municipal"
    once = sorted(_slips(word) - {word})
    twice = sorted({slip for near in once[::3] for slip in _slips(near)} - {word})
    assert [slip for slip in once if not typo_candidates(slip, [word])] == []
    near = [slip for slip in twice if len(slip) >= 8 and _distance(slip, word, most=2) <= 2]
    assert len(near) > 100
    assert [slip for slip in near if not typo_candidates(slip, [word])] == []


def _slips(word: str) -> set[str]:
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    fewer = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    other = {head + "x" + tail[1:] for head, tail in cuts if tail}
    more = {head + "x" + tail for head, tail in cuts}
    return fewer | swapped | other | more
