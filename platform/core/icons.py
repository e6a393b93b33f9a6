"""The sprite of icons: one file with every icon the templates name, drawn from the heroicons package.

`manage.py build_icons` writes it; a test fails when a template names an icon that the file does not hold.
"""

import re
from pathlib import Path
from typing import Final

from django.conf import settings
from heroicons.templatetags.heroicons import heroicon_outline

from core.richtext.config import button_groups

SPRITE: Final = "img/icons.svg"
NAMED: Final = re.compile(r"""\{% icon "([a-z0-9-]+)"|components/(?:button|badge)\.html"[^%]*\bicon="([a-z0-9-]+)\"""")
SHELL: Final = re.compile(r"^<svg[^>]*>|</svg>$")

# One hue and one icon per kind of item; tokens.css holds a --kind-<hue> pair for each hue named here.
KINDS: Final[dict[str, tuple[str, str]]] = {
    "topic": ("topic", "chat-bubble-left-right"),
    "post": ("topic", "chat-bubble-bottom-center-text"),
    "forum": ("forum", "inbox-stack"),
    "platform": ("platform", "squares-2x2"),
    "organisation": ("organisation", "building-office-2"),
    "person": ("person", "user"),
    "news": ("news", "newspaper"),
    "call": ("call", "banknotes"),
    "publication": ("document", "document-text"),
    "law": ("act", "scale"),
    "handbook": ("handbook", "book-open"),
    "goal": ("handbook", "flag"),
    "tool": ("handbook", "wrench-screwdriver"),
    "indicator": ("handbook", "chart-bar"),
    "situation": ("handbook", "lifebuoy"),
    "page": ("document", "document-text"),
    "project": ("project", "rectangle-stack"),
    "project_page": ("project", "rectangle-stack"),
    "document": ("document", "paper-clip"),
    "event": ("event", "calendar-days"),
    "question": ("question", "question-mark-circle"),
    "proposal": ("act", "light-bulb"),
    "act": ("act", "scale"),
    "place": ("place", "map-pin"),
    "territory": ("place", "map-pin"),
}
NEUTRAL: Final = ("neutral", "document-text")

# The icon beside each fact of a byline.
FACTS: Final[dict[str, str]] = {
    "language": "language",
    "also": "globe-alt",
    "reads": "book-open",
    "published": "calendar-days",
    "changed": "pencil-square",
    "since": "calendar-days",
    "valid": "check-badge",
    "in_force": "scale",
    "check": "arrow-path",
    "overdue": "exclamation-triangle",
    "deadline": "clock",
    "open": "check-circle",
    "soon": "clock",
    "closed": "lock-closed",
    "platform": "squares-2x2",
    "confirmed": "check-badge",
    "unconfirmed": "question-mark-circle",
}


def named_icons() -> set[str]:
    """Return the names of the icons of all kinds and facts, of the editor's toolbar and of all templates."""
    names = {icon for _, icon in (*KINDS.values(), NEUTRAL)} | set(FACTS.values())
    names |= {button.icon for group in button_groups() for button in group}
    for folder in settings.TEMPLATES[0]["DIRS"]:
        for path in Path(folder).rglob("*.html"):
            names |= {one or other for one, other in NAMED.findall(path.read_text(encoding="utf-8"))}
    return names


def sprite(names: set[str]) -> str:
    """Return the SVG that holds one symbol per name, in the order of the alphabet."""
    symbols = [
        f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5">'
        f"{SHELL.sub('', heroicon_outline(name)).strip()}</symbol>"
        for name in sorted(names)
    ]
    return "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', *symbols, "</svg>", ""])
