"""How text is folded and cut into words."""

import sys

import pytest

from search.analysis import Word, fold, words

COMBINING_ACUTE = "\u0301"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ZAMĚSTNÁNÍ", "zamestnani"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Łódź", "lodz"),
        ("Đặng Văn Đức", "dang van duc"),
        ("Ærø", "aero"),
        ("œuvre", "oeuvre"),
        ("İstanbul", "istanbul"),
        ("Київ, їжак, ґанок, єдність", "київ, їжак, ґанок, єдність"),
        ("край", "край"),
        ("ещё", "еще"),
        ("мо\u0301ва", "мова"),
        ("Ελλάδα", "ελλαδα"),
        ("πρόσφυγες", "προσφυγεσ"),
        ("me\u030csto", "mesto"),
        ("ﬁrma", "firma"),
        ("inte\u00adgrace", "integrace"),
        ("a\0b\ud800c\u200bd\ufeff", "abcd"),
        ("", ""),
    ],
)
def test_folding(written, folded):
    assert fold(written) == folded


def test_folding_a_decomposed_text_is_the_same():
    assert fold("и\u0306") == fold("й") == "й"
    assert fold("и" + COMBINING_ACUTE) == "и"


def test_folding_twice_changes_nothing_for_any_sign():
    every = (chr(code) for code in range(0x30000))
    assert [sign for sign in every if fold(fold(sign)) != fold(sign)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kdo, co & jak?", ["Kdo", "co", "jak"]),
        ("integračně-sociální", ["integračně", "sociální"]),
        ("CZ.1.04/5.1.01/77.00030", ["CZ", "1", "04", "5", "1", "01", "77", "00030"]),
        ("сім'я сім’ї сімʼю", ["сім'я", "сім’ї", "сімʼю"]),
        ("l'école d’asile", ["l", "école", "d", "asile"]),
        ("snake_case", ["snake", "case"]),
        ("me\u030csto", ["me\u030csto"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("'tis 'квартира'", ["tis", "квартира"]),
        ("\0\ud800 — …", []),
    ],
)
def test_cutting_into_words(text, expected):
    assert [word.text for word in words(text)] == expected


def test_a_word_knows_its_place_in_the_text():
    text = "Byt, nebo ubytovna?"
    assert words(text)[2] == Word("ubytovna", 10, 18)
    assert all(text[word.start : word.end] == word.text for word in words(text))


def test_every_letter_of_unicode_is_kept_by_some_word():
    letters = (chr(code) for code in range(sys.maxunicode + 1))
    assert [letter for letter in letters if letter.isalnum() and not words(letter)] == []
