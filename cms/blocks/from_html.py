"""Makes blocks of simple HTML: `h2` becomes a heading, a table a table, the rest paragraphs. No word is lost."""

from html import escape, unescape
from html.parser import HTMLParser
from typing import Any

KEPT = {"p", "h3", "h4", "ul", "ol", "li", "strong", "b", "em", "i", "a", "br", "hr"}
LINKS = ("https://", "http://", "mailto:", "tel:", "/", "#")
RENAMED = {"strong": "b", "em": "i"}


def blocks_from_html(html: str) -> list[tuple[str, Any]]:
    """Return (block name, value) pairs for a stream of `ContentBlocks`."""
    parser = _Splitter()
    parser.feed(html)
    parser.close()
    parser.end_paragraph()
    return parser.blocks


class _Splitter(HTMLParser):
    """Collects blocks; inside a heading or a table only text counts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[tuple[str, Any]] = []
        self.html: list[str] = []
        self.heading: list[str] | None = None
        self.table: _Table | None = None

    def end_paragraph(self) -> None:
        """Close the paragraphs collected so far."""
        html = "".join(self.html).strip()
        self.html = []
        if html:
            self.blocks.append(("paragraph", html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a heading, a table or a kept tag."""
        if tag == "h2":
            self.end_paragraph()
            self.heading = []
        elif tag == "table":
            self.end_paragraph()
            self.table = _Table()
        elif self.table is not None:
            self.table.start(tag)
        elif tag in KEPT:
            name = RENAMED.get(tag, tag)
            href = dict(attrs).get("href") or "" if tag == "a" else ""
            self.html.append(f'<{name} href="{escape(href)}">' if href.startswith(LINKS) else f"<{name}>")

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        if tag == "h2" and self.heading is not None:
            self.blocks.append(("heading", "".join(self.heading).strip()))
            self.heading = None
        elif tag == "table" and self.table is not None:
            self.blocks.append(("table", self.table.value()))
            self.table = None
        elif self.table is None and tag in KEPT - {"br", "hr"}:
            self.html.append(f"</{RENAMED.get(tag, tag)}>")

    def handle_data(self, data: str) -> None:
        """Keep the text where it belongs."""
        if self.heading is not None:
            self.heading.append(data)
        elif self.table is not None:
            self.table.text(data)
        else:
            self.html.append(data)

    def handle_entityref(self, name: str) -> None:
        """Keep entities as they are written."""
        self._entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Keep numbered characters as they are written."""
        self._entity(f"&#{name};")

    def _entity(self, written: str) -> None:
        plain = self.heading is not None or self.table is not None
        self.handle_data(unescape(written) if plain else written)


class _Table:
    """The cells of one table; a first row of `th` is its head."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.head: list[str] = []
        self.in_cell = False
        self.is_head = False

    def start(self, tag: str) -> None:
        """Open a row or a cell."""
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"} and self.rows:
            self.is_head = tag == "th" and len(self.rows) == 1
            self.rows[-1].append("")
            self.in_cell = True

    def text(self, data: str) -> None:
        """Add to the present cell."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data

    def value(self) -> dict[str, Any]:
        """Return the value of a table block."""
        cells = [[cell.strip() for cell in row] for row in self.rows if row]
        head, rows = (cells[0], cells[1:]) if cells else ([], [])
        return {"caption": "", "head": head, "rows": [{"cells": row} for row in rows]}
