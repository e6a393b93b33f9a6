"""Looks at a page as its readers do: with axe, with the keyboard, enlarged, spread, in the dark, and for English words.

Each look returns faults in words; a page without fault returns nothing. The page is loaded once for all of them.
"""

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import trans_real
from playwright.sync_api import Page

from tests.e2e.axe import RULES, RULES_AND_ADVICE, axe
from tests.e2e.senses import SETTLE, focus, reflow, resize, spacing

WIDTHS = (1280, 390, 320)
HEIGHT = 900
DESK = (1280, HEIGHT)
ENLARGED = (320, 640)  # 1280 px at 400 %; low enough for whatever stays at the edge to be in the way
# The words of the interface: whole text nodes and what only assistive technology reads; texts in other languages aside.
WORDS = r"""
() => {
  const language = document.documentElement.lang;
  const foreign = (node) => {
    const marked = node.closest("[lang]");
    return marked && marked.lang !== language;
  };
  const found = [];
  for (const place of document.querySelectorAll("header, nav, footer, aside, main, div.page")) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      const text = texts.currentNode.textContent.replace(/\s+/g, " ").trim();
      const aside = parent.closest("script, style, template, code, pre, .prose, .avatar, [translate=no]");
      if (text && !aside && !foreign(parent)) found.push(text);
    }
    for (const node of place.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (foreign(node)) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        const text = node.getAttribute(name);
        if (text) found.push(text.trim());
      }
    }
  }
  return [...new Set(found)];
}
"""
FOCUSED = """
() => {
  const node = document.activeElement;
  const box = node.getBoundingClientRect();
  const style = getComputedStyle(node);
  return {
    skip: node.matches("a.skip-link[href='#main']"),
    seen: box.width > 1 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && style.opacity !== "0",
    ringed: style.outlineStyle !== "none" || style.boxShadow !== "none",
    html: node.outerHTML.slice(0, 120),
  };
}
"""


def look_at(page: Page) -> list[str]:
    """Return every fault of the page as it stands; the window is wide and light again afterwards.

    All rules run twice: on a desk in the light look, and enlarged to 400 % in the dark one, where other parts show.
    """
    faults = _outline(page) + _first_tab(page) + _words(page)
    faults += axe(page, what="light", options=RULES_AND_ADVICE) + focus(page, what="1280 px")
    for width in WIDTHS:
        resize(page, (width, HEIGHT))
        faults += reflow(page, what=f" of {width} px")
    page.emulate_media(color_scheme="dark")
    resize(page, ENLARGED)
    page.evaluate(SETTLE)
    faults += axe(page, what="dark, 320 px", options=RULES) + focus(page, what="320 px")
    page.emulate_media(color_scheme="light")
    faults += spacing(page, sizes=[ENLARGED, DESK])
    return faults


def _outline(page: Page) -> list[str]:
    faults = []
    if (headings := page.locator("h1").count()) != 1:
        faults.append(f"{headings} headings of the first level")
    language = re.match(r"/([a-z]{2})/", urlsplit(page.url).path)
    # An address without a language speaks that of the mail or of the person it belongs to.
    wanted = {language[1]} if language else {code for code, _ in settings.LANGUAGES}
    if (found := page.locator("html").get_attribute("lang")) not in wanted:
        faults.append(f"lang is {found}, not {wanted}")
    return faults


def _first_tab(page: Page) -> list[str]:
    """A page whose form was refused begins at the errors; every other begins at its head."""
    wanted = ["seen", "ringed"]
    if page.evaluate("document.activeElement === document.body"):
        wanted.append("skip")
    page.keyboard.press("Tab")
    page.evaluate(SETTLE)
    focused: dict[str, Any] = page.evaluate(FOCUSED)
    page.evaluate("document.activeElement.blur()")
    return [f"the first Tab is not {what}: {focused['html']}" for what in wanted if not focused[what]]


def _words(page: Page) -> list[str]:
    if page.locator("html").get_attribute("lang") != "cs":
        return []
    return [f"left in English: {text}" for text in page.evaluate(WORDS) if text in _english()]


@cache
def _english() -> frozenset[str]:
    """Return every text that has another Czech wording, ours and that of the libraries."""
    catalogue = trans_real.translation("cs")._catalog  # the only way to ask what is translated
    whole = {source: text for source, text in catalogue.items() if isinstance(source, str) and isinstance(text, str)}
    languages = {name for _, name in settings.LANGUAGES}  # each is called as its speakers call it
    return frozenset(source for source, text in whole.items() if text and text != source) - languages
