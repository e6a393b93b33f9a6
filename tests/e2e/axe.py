"""Runs axe on a page as it stands. The script is put into a page once, however often it is asked."""

from functools import cache
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COMMON: dict[str, Any] = {
    "resultTypes": ["violations"],
    "preload": False,  # axe would fetch every stylesheet once more, and the parts of ours from where they are not
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2; axe leaves it out unless it is asked for
}
RULES = {**COMMON, "runOnly": WCAG}
RULES_AND_ADVICE = {**COMMON, "runOnly": [*WCAG, "best-practice"]}
RUN = """
(options) => axe.run(document, options).then((found) => found.violations.map((rule) => [
  rule.id, rule.nodes.slice(0, 3).map((node) => `${node.target} ${node.html.slice(0, 160)} ${node.failureSummary}`)
]))
"""


def axe(page: Page, *, what: str, options: dict[str, Any]) -> list[str]:
    """Return what axe finds, three places for each rule; `what` says how the page looks just now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    found = page.evaluate(RUN, options)
    return [f"axe, {what}: {rule}: {node}" for rule, nodes in found for node in nodes]


@cache
def _script() -> str:
    return AXE_FILE_PATH.read_text(encoding="utf-8")
