"""The excerpt under a hit."""

import pytest

from search.analysis import Fragment, excerpt, query_terms

LONG = "Úvodní slova, která nikoho nezajímají. " * 30
HIT = "Město hledá tlumočníky do škol a ubytoven."


def shown(text: str, asked: str, *, language: str = "cs", length: int = 240) -> str:
    """The excerpt with its hits in brackets."""
    pieces = excerpt(text, query_terms(asked), language, length=length)
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("tlumočník", "Město hledá [tlumočníky] do škol a ubytoven."),
        ("skola mesto", "[Město] hledá tlumočníky do [škol] a ubytoven."),
        ("interpreter", "Město hledá [tlumočníky] do škol a ubytoven."),
        ('"hledá tlumočníka"', "Město [hledá] [tlumočníky] do škol a ubytoven."),
        ('"tlumočníka hledá"', "Město hledá tlumočníky do škol a ubytoven."),
        ("kraj", "Město hledá tlumočníky do škol a ubytoven."),
        ("-škola", "Město hledá tlumočníky do škol a ubytoven."),
    ],
)
def test_words_that_answer_are_marked(asked, expected):
    assert shown(HIT, asked) == expected


def test_the_best_stretch_is_shown_with_ellipses():
    text = shown(LONG + HIT + " " + LONG, "tlumočník škola")
    assert text.startswith("…")
    assert text.endswith("…")
    assert "[tlumočníky] do [škol]" in text


def test_more_different_words_beat_more_of_the_same():
    text = shown("škola škola škola. " + LONG + "Tlumočník ve škole. " + LONG, "škola tlumočník", length=80)
    assert "[Tlumočník] ve [škole]" in text


@pytest.mark.parametrize("length", [20, 60, 100, 240, 1000])
def test_words_are_never_cut_and_the_length_is_kept(length):
    text = LONG + HIT + " " + LONG
    fragments = excerpt(text, query_terms("ubytovna"), "cs", length=length)
    plain = "".join(fragment.text for fragment in fragments)
    assert len(plain) <= length + 2
    assert set(plain.strip("…").split()) <= set(text.split()) | {word.rstrip(".,") for word in text.split()}
    assert sum(fragment.hit for fragment in fragments) == 1


def test_without_a_hit_the_beginning_is_shown():
    assert shown(LONG, "kraj", length=40) == "Úvodní slova, která nikoho nezajímají…"


def test_a_word_longer_than_the_excerpt_is_cut():
    assert shown("a" * 1000, "kraj", length=40) == "a" * 40 + "…"


def test_markup_stays_plain_text():
    assert excerpt("<b>škola</b>", query_terms("škola"), "cs") == [
        Fragment("<b>", hit=False),
        Fragment("škola", hit=True),
        Fragment("</b>", hit=False),
    ]


@pytest.mark.parametrize("text", ["", " \n ", "\0", "\ud800"])
def test_nothing_to_show(text):
    assert excerpt(text, query_terms("škola"), "cs") == []


def test_white_space_and_broken_signs_are_mended():
    assert shown("škola\n\n  v \0 obci\ud800", "obec") == "škola v [obci]"
