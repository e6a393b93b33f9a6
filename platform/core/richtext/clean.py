"""Makes any HTML safe and canonical. Nothing reaches a page that did not pass `clean_html`.

nh3 decides what is safe; a second pass over its canonical output bounds depth and writes each tag in one fixed form.
"""

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import nh3
from django.utils.html import escape

from core.richtext.addresses import GO, safe_href
from core.richtext.config import ALIASES, SCHEMES, TAGS, VOID, allowed_attributes
from core.typed import clean

MAX_DEPTH = 24
# The parser takes quadratic time on deep nesting and on entities; nobody writes this many by hand.
MAX_TAGS = 5_000
MAX_ENTITIES = 20_000
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_OPENING = re.compile(r"<[a-zA-Z]")
_ANY_TAG = re.compile(r"<[^<>]*>")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8}){0,3}")
_ADDRESS_TEXT = re.compile(r"\s*(https?:/|mailto:|www\.|/)\S*\s*")
_ID = re.compile(r"[1-9]\d{0,17}")


@dataclass(frozen=True, kw_only=True)
class Token:
    """A piece of canonical HTML: an opening or closing tag with its attributes, or text (tag is "")."""

    tag: str = ""
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""


def clean_html(source: str, *, named: bool = False) -> str:
    """Return safe, canonical HTML for any input, in time that grows no faster than the input.

    What is stored holds no names; with `named` those that mentions and bare links show stay, for the editor alone.
    """
    source = clean(source)
    if len(_OPENING.findall(source)) > MAX_TAGS or source.count("&") > MAX_ENTITIES:
        return f"<p>{escape(entities.unescape(_ANY_TAG.sub(' ', source)))}</p>"
    writer = _Writer(named=named)
    for token in tokens(_CLEANER.clean(source)):
        writer.take(token)
    return "".join(writer.out)


def tokens(canonical: str) -> Iterator[Token]:
    """Yield the pieces of HTML that came out of nh3 or of `clean_html`."""
    for closing, tag, rest, text in _TOKEN.findall(canonical):
        if not tag:
            yield Token(text=entities.unescape(text))
        else:
            attributes = {name: entities.unescape(value) for name, value in _ATTRIBUTE.findall(rest)}
            yield Token(tag=ALIASES.get(tag, tag), closing=bool(closing), attributes=attributes)


def _filter_attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return safe_href(value)
    if name == "dir":
        return value if value in {"ltr", "rtl", "auto"} else None
    if name == "lang":
        return value if _LANGUAGE.fullmatch(value) else None
    return value if _ID.fullmatch(value) else None  # start, data-post, data-mention


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=allowed_attributes(),
    attribute_filter=_filter_attribute,
    clean_content_tags={
        "script",
        "style",
        "template",
        "title",
        "svg",
        "math",
        "iframe",
        "noscript",
        "textarea",
    },
    strip_comments=True,
    link_rel=None,
    url_schemes=set(SCHEMES),
)


class _Writer:
    """Writes tokens in one form, without what is too deep, empty or nameless."""

    def __init__(self, *, named: bool) -> None:
        self.named = named
        self.out: list[str] = []
        self.open: list[tuple[str, int]] = []  # tag as written ("" when left out) and its place in `out`

    def take(self, token: Token) -> None:
        if not token.tag:
            self.out.append(escape(token.text))
        elif token.tag in VOID:
            self.out.append(f"<{token.tag}>")
        elif token.closing:
            self._close()
        else:
            self._begin(token)

    def _begin(self, token: Token) -> None:
        left_out = len(self.open) >= MAX_DEPTH or (token.tag in {"a", "span"} and not token.attributes)
        self.open.append(("" if left_out else token.tag, len(self.out)))
        if not left_out:
            self.out.append(_opening(token))

    def _close(self) -> None:
        tag, place = self.open.pop() if self.open else ("", 0)
        if not tag:
            return
        if not self.named and self._is_filled_in_later(tag, place):
            del self.out[place + 1 :]
        self.out.append(f"</{tag}>")

    def _is_filled_in_later(self, tag: str, place: int) -> bool:
        """Whether the element at `place` is a mention, or a link to an item of ours without words of its own."""
        if tag == "span":
            return "data-mention" in self.out[place]
        inner = "".join(self.out[place + 1 :]) if tag == "a" and GO.search(self.out[place]) else "words"
        return bool(_ADDRESS_TEXT.fullmatch(inner))


def _opening(token: Token) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in sorted(token.attributes.items()))
    if token.tag == "a" and not token.attributes["href"].startswith("/"):
        written += ' rel="nofollow noopener"'
    return f"<{token.tag}{written}>"
