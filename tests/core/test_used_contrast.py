"""Every pair of text and ground that the style sheets make is readable in both themes, whatever was declared."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.test_tokens_contrast import THEMES, TOKENS, contrast

FOLDER = Path(__file__).resolve().parents[2] / "static" / "css"
SHEETS = [path for path in sorted(FOLDER.rglob("*.css")) if path.name not in {"tokens.css", "print.css"}]
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
GROUNDS = ("paper", "surface")
KINDS = sorted(name.removeprefix("kind-") for name in TOKENS if name.startswith("kind-") and not name.endswith("-soft"))
TONES = ("info", "success", "warn", "danger")
# What a variable of a component stands for: the hue of a kind or the tone of a message, each with its soft ground.
FAMILIES = {
    **{name: [(f"kind-{kind}", f"kind-{kind}-soft") for kind in KINDS] for name in ("hue", "hue-soft")},
    **{name: [(tone, f"{tone}-soft") for tone in TONES] for name in ("tone", "tone-soft")},
}
# The avatar's tones are kinds; what follows is no text that must be read to use the page.
NOT_TEXT = {".avatar", ".breadcrumb li + li::before"}
Pair = tuple[str, str]


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    for path in SHEETS:
        css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        css = re.sub(r"@(?:media|supports)[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}", r"\1", css)
        css = re.sub(r"@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", css)
        for selectors, body in RULE.findall(css):
            said = dict(re.findall(r"(?:^|;)\s*(color|background|background-color)\s*:\s*([^;]+)", body))
            for selector in re.split(r",(?![^(]*\))", selectors.strip()):
                yield selector.strip(), said


def bases(selector: str) -> list[str]:
    """Return what a selector builds on: `.a--b:hover` on `.a--b` on `.a`."""
    plain = re.sub(r"(:hover|:focus-visible|:focus|\[[^\]]*\])+$", "", selector)
    block = re.sub(r"--[\w-]+$", "", plain)
    return list(dict.fromkeys([block, plain, selector]))


def token(value: str) -> str:
    found = re.match(r"var\(--([\w-]+)", value.strip())
    return found[1] if found else ""


def pairs() -> list[tuple[str, str, str]]:
    said: dict[str, dict[str, str]] = {}
    for selector, declared in rules():
        said.setdefault(selector, {}).update(declared)
    found = set()
    for selector in said:
        if selector in NOT_TEXT:
            continue
        merged: dict[str, str] = {}
        for part in bases(selector):
            merged.update(said.get(part, {}))
        front = token(merged.get("color", ""))
        back = token(merged.get("background", merged.get("background-color", "")))
        if front or back in {"paper", "surface", "sunken"} or back.endswith("-soft"):  # other grounds alone are marks
            found |= {(selector, *pair) for pair in spelled(front or "ink", back)}
    return sorted(found)


def spelled(front: str, back: str) -> Iterator[Pair]:
    """Yield the tokens behind variables of components; without a ground of its own a text stands on the page's."""
    if front in FAMILIES or back in FAMILIES:
        for strong, soft in FAMILIES.get(front) or FAMILIES[back]:
            one = strong if front in FAMILIES and not front.endswith("-soft") else front
            other = (soft if back.endswith("-soft") else strong) if back in FAMILIES else back
            yield from spelled(one, other)
    elif back:
        yield front, back
    else:
        yield from ((front, ground) for ground in GROUNDS)


PAIRS = [pair for pair in pairs() if pair[1] in TOKENS and pair[2] in TOKENS]


def test_the_sheets_are_understood() -> None:
    assert len(PAIRS) > 200
    assert (".button--primary:hover", "on-primary", "primary-deep") in PAIRS
    assert (".badge--kind", "kind-call", "kind-call-soft") in PAIRS


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_is_readable_on_its_ground(theme: str) -> None:
    faint = {
        f"{selector}: {front} on {back}, {contrast(TOKENS[front][theme], TOKENS[back][theme]):.2f}"
        for selector, front, back in PAIRS
        if contrast(TOKENS[front][theme], TOKENS[back][theme]) < 4.5
    }
    assert faint == set()
