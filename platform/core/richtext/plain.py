"""The plain form of a text: what a textarea holds where no script runs, what search indexes and what mails say.

With `markup` it keeps the few signs `from_plain` understands, so that an edit without a script loses no structure.
"""

import re
from dataclasses import dataclass, field

from core.richtext.clean import Token, tokens

_SPACE = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*|[ \t\r\f\v]+")
_BLOCKS = frozenset({"p", "h3", "h4", "pre", "li", "blockquote", "ul", "ol"})
_MARKS = {"strong": "**", "em": "*", "code": "`"}
_HEADINGS = {"h3": "### ", "h4": "#### "}


def to_plain(canonical: str, *, markup: bool = False) -> str:
    """Return the plain text of HTML that came out of `clean_html`; blocks are separated by an empty line."""
    writer = _PlainWriter(markup=markup)
    for token in tokens(canonical):
        writer.take(token)
    writer.flush()
    return "\n".join(writer.lines).strip("\n")


@dataclass(kw_only=True)
class _Prefix:
    """What stands before the first and before every further line of a quotation or list item."""

    first: str
    rest: str


@dataclass(kw_only=True)
class _PlainWriter:
    markup: bool
    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    prefixes: list[_Prefix] = field(default_factory=list)
    counters: list[int | None] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    verbatim: bool = False
    gap: bool = False

    def take(self, token: Token) -> None:
        if not token.tag:
            self.line.append(token.text if self.verbatim else token.text.replace("\n", " "))
        elif token.tag == "br":
            self.line.append("\n")
        elif token.tag == "hr":
            self._rule()
        elif token.tag in _BLOCKS:
            self._leave(token) if token.closing else self._enter(token)
        else:
            self._inline(token)

    def _enter(self, token: Token) -> None:
        self.flush()
        if token.tag == "blockquote":
            self._blank()
            self.prefixes.append(_Prefix(first="> ", rest="> "))
            if self.markup and "data-post" in token.attributes:
                self._write(f"/go/post/{token.attributes['data-post']}/")
        elif token.tag == "li":
            sign = self._sign()
            self.prefixes.append(_Prefix(first=sign, rest=" " * len(sign)))
        elif token.tag in {"ul", "ol"}:
            self.counters.append(int(token.attributes.get("start", 1)) if token.tag == "ol" else None)
        elif token.tag == "pre":
            self.verbatim = True
            self._mark_code()
        elif self.markup and token.tag in _HEADINGS:
            self.line.append(_HEADINGS[token.tag])

    def _leave(self, token: Token) -> None:
        self.flush()
        if token.tag == "pre":
            self._mark_code()
            self.verbatim = False
        if token.tag in {"li", "blockquote"} and self.prefixes:
            self.prefixes.pop()
        if token.tag in {"ul", "ol"} and self.counters:
            self.counters.pop()
        if not self.counters and token.tag != "li":
            self.gap = True

    def _sign(self) -> str:
        number = self.counters[-1] if self.counters else None
        if number is None:
            return "- "
        self.counters[-1] = number + 1
        return f"{number}. "

    def _inline(self, token: Token) -> None:
        if token.tag == "a":
            self._link(token)
        elif token.tag == "span":
            if self.markup and "data-mention" in token.attributes:
                self.line.append(f"@/go/person/{token.attributes['data-mention']}/")
        elif self.markup and token.tag in _MARKS and not self.verbatim:
            self.line.append(_MARKS[token.tag])

    def _link(self, token: Token) -> None:
        if not self.markup:
            return
        if not token.closing:
            self.links.append((token.attributes.get("href", ""), len(self.line)))
            return
        href, start = self.links.pop() if self.links else ("", 0)
        text = "".join(self.line[start:])
        self.line[start:] = [href if text.strip() in {"", href} else f"[{text}]({href})"]

    def _rule(self) -> None:
        self.flush()
        self.gap = bool(self.lines)
        if self.markup:
            self._write("---")
            self.gap = True

    def _mark_code(self) -> None:
        if self.markup:
            self._write("```")

    def flush(self) -> None:
        """Write the collected text as lines."""
        text = "".join(self.line)
        self.line.clear()
        self.links.clear()
        text = text.strip("\n") if self.verbatim else _collapsed(text)
        if text.strip():
            for line in text.split("\n"):
                self._write(line)

    def _write(self, line: str) -> None:
        if self.gap:
            self._blank()
        before = "".join(prefix.first for prefix in self.prefixes)
        for prefix in self.prefixes:
            prefix.first = prefix.rest
        self.lines.append((before + line).rstrip())

    def _blank(self) -> None:
        """Separate blocks by a line that holds only the signs of the quotations they stand in."""
        self.gap = False
        if self.lines:
            self.lines.append("".join(p.rest for p in self.prefixes if p.first == p.rest).rstrip())


def _collapsed(text: str) -> str:
    return _SPACE.sub(lambda match: "\n" if "\n" in match.group() else " ", text).strip()
