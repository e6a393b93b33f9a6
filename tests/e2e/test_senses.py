"""Readers who change how things look: forced colours, no motion, spread text, a page at 400 %, on pages of each sort.

The looks at every kind of page (`test_every_page.py`) hold reflow, spacing and the focus too; here is what needs a
window of its own.
"""

import pytest

from tests.e2e.conftest import Open
from tests.e2e.senses import SETTLE, focus, reflow, resize, stillness

PLACES = ("/cs/", "/cs/topics/", "/cs/platforms/directory/", "/cs/feedback/", "/cs/prirucka/", "/cs/styleguide/")
# With colours forced, only borders, outlines and text remain: whatever can be pressed has to show one of them.
BARE = """
() => [...document.querySelectorAll("button, .button, input:not([type=hidden]), select, textarea")].filter((node) => {
  if (!node.checkVisibility() || node.getBoundingClientRect().width < 3) return false;
  const style = getComputedStyle(node);
  const bordered = ["Top", "Bottom"].some((side) => parseFloat(style[`border${side}Width`]) > 0);
  return !bordered && !node.textContent.trim() && !node.querySelector("svg") && style.appearance === "none";
}).slice(0, 3).map((node) => node.outerHTML.slice(0, 120))
"""


@pytest.mark.parametrize("place", PLACES)
def test_forced_colours_leave_the_focus_and_the_fields(open_window: Open, place: str) -> None:
    person = open_window(forced_colors="active")
    person.open(place)
    person.page.evaluate(SETTLE)
    assert focus(person.page, what="forced colours") == []
    assert person.page.evaluate(BARE) == []


@pytest.mark.parametrize("place", PLACES)
def test_nothing_moves_for_those_who_do_not_want_it(open_window: Open, place: str) -> None:
    person = open_window(reduced_motion="reduce")
    person.open(place)
    assert stillness(person.page) == []


@pytest.mark.parametrize("language", ["de", "uk"])
@pytest.mark.parametrize("place", ["", "topics/", "platforms/directory/", "feedback/", "notifications/subscribe/"])
def test_long_languages_fit_at_four_hundred_per_cent(open_window: Open, language: str, place: str) -> None:
    person = open_window()
    person.open(f"/{language}/{place}")
    resize(person.page, (320, 640))
    assert reflow(person.page) == []
