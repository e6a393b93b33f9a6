"""From what a person wrote to what is stored: safe HTML, plain text, the items it names. The one door in."""

import re
from dataclasses import dataclass
from typing import Literal

from core.richtext.addresses import GO
from core.richtext.clean import clean_html, tokens
from core.richtext.config import PERSON, POST
from core.richtext.from_plain import from_plain
from core.richtext.plain import to_plain
from core.typed import clean

VERSION = 1
Format = Literal["html", "plain"]
Reference = tuple[str, int]
_NOTHING = re.compile(r"(<(p|h3|h4|li|ul|ol|pre|code|blockquote|strong|em)[^>]*>|</[a-z0-9]+>|<br>|\s|\u200b)*")


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A text ready to be stored. `references` are the items it names, each (kind, id) once, in their order."""

    source: str
    source_format: Format
    html: str
    text: str
    references: tuple[Reference, ...] = ()
    renderer: int = VERSION

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.html)


def render(source: str, *, source_format: Format) -> Rendered:
    """Return the stored form of a text in either format; any input is answered, safely and in linear time.

    HTML is kept as its source only after cleaning; plain text is kept as it was typed.
    """
    source = clean(source)
    html = clean_html(from_plain(source) if source_format == "plain" else source)
    if _NOTHING.fullmatch(html):
        html = ""
    return Rendered(
        source=source if source_format == "plain" else html,
        source_format=source_format,
        html=html,
        text=to_plain(html),
        references=references_in(html),
    )


def references_in(canonical: str) -> tuple[Reference, ...]:
    """Return the items that canonical HTML names by link, quotation or mention."""
    found: dict[Reference, None] = {}
    for token in tokens(canonical):
        given = token.attributes
        if link := GO.fullmatch(given.get("href", "")):
            found[link.group(1), int(link.group(2))] = None
        if "data-post" in given:
            found[POST, int(given["data-post"])] = None
        if "data-mention" in given:
            found[PERSON, int(given["data-mention"])] = None
    return tuple(found)
