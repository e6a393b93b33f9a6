"""Every pair of colours declared in tokens.css is readable in both themes: 4.5 for text, 3 for edges."""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
THEMES = ("light", "dark")
TOKENS = {
    name: dict(zip(THEMES, pair, strict=True))
    for name, *pair in re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", CSS)
}
PAIRS = [
    (*pair.split("/"), float(least))
    for least, pairs in re.findall(r"contrast ([\d.]+): ([^*]+)\*/", CSS)
    for pair in pairs.split()
]
FLOORS = {3.0, 4.5}


def luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_declared_pair_is_readable(front: str, back: str, least: float, theme: str) -> None:
    assert contrast(TOKENS[front][theme], TOKENS[back][theme]) >= least


def test_floors_are_those_of_the_standard() -> None:
    assert {least for *_, least in PAIRS} == FLOORS


def test_every_colour_of_a_theme_is_in_some_pair() -> None:
    paired = {name for front, back, _ in PAIRS for name in (front, back)}
    assert set(TOKENS) - paired == {"line"}, "a hairline carries no meaning; everything else must be proven"


def test_no_colour_stands_outside_the_tokens() -> None:
    folder = Path(__file__).resolve().parents[2] / "static" / "css"
    loose = {
        (path.name, colour)
        for path in folder.rglob("*.css")
        if path.name not in {"tokens.css", "print.css"}
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s)])", path.read_text(encoding="utf-8"))
    }
    assert loose == {("funder.css", "#fff"), ("side_nav.css", "#fff")}, "logos and QR codes need white paper"
