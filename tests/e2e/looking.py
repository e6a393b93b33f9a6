"""Looks at a page as its readers do: with axe, with the keyboard, on narrow screens and for words left in English.

Each look returns faults in words; a page without fault returns nothing.
"""

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils.translation import trans_real
from playwright.sync_api import Page

WIDTHS = (1280, 390, 320)
HEIGHT = 900
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {
    "runOnly": RULES,
    "resultTypes": ["violations"],
    "preload": False,  # axe would fetch every stylesheet once more, and the parts of ours from where they are not
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2; axe leaves it out unless it is asked for
}
# What differs in the dark on a narrow screen: colours, and how near each other things lie.
COLOURS = {**EVERYTHING, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"]}}
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
# A colour on its way from light to dark, or a link that is still sliding in, is not what a reader gets to see.
SETTLE = """
() => {
  for (const animation of document.getAnimations()) {
    if (animation.effect.getComputedTiming().endTime < Infinity) animation.finish();
  }
}
"""
WIDEST = """
() => {
  const outside = [...document.querySelectorAll("body *")].filter(
    (node) => node.getBoundingClientRect().right > innerWidth + 1 && node.getBoundingClientRect().width
  );
  return outside.slice(0, 3).map((node) => node.outerHTML.slice(0, 120));
}
"""


def look_at(page: Page) -> list[str]:
    """Return every fault of the page as it stands; the window is wide and light again afterwards."""
    faults = _outline(page) + _first_tab(page) + _words(page) + _axe(page, theme="light", options=EVERYTHING)
    faults += [fault for width in WIDTHS for fault in _scroll(page, width=width)]
    page.emulate_media(color_scheme="dark")
    page.evaluate(SETTLE)
    faults += _axe(page, theme="dark", options=COLOURS)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
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


def _scroll(page: Page, *, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    if page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"):
        return []
    return [f"wider than {width} px: {page.evaluate(WIDEST)}"]


def _axe(page: Page, *, theme: str, options: dict[str, Any]) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"axe, {theme}: {rule['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"][:3]
    ]


@cache
def _english() -> frozenset[str]:
    """Return every text that has another Czech wording, ours and that of the libraries."""
    catalogue = trans_real.translation("cs")._catalog  # the only way to ask what is translated
    whole = {source: text for source, text in catalogue.items() if isinstance(source, str) and isinstance(text, str)}
    languages = {name for _, name in settings.LANGUAGES}  # each is called as its speakers call it
    return frozenset(source for source, text in whole.items() if text and text != source) - languages
