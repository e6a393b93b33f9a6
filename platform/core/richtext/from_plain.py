"""Reads the plain form: paragraphs, `- ` and `1. ` lists, `> ` quotations, `### ` headings, `---`, ``` blocks, links.

Its output is not trusted: `render` cleans it like any other HTML.
"""

import html
import re
from collections.abc import Callable

MAX_DEPTH = 6

_BULLET = re.compile(r"[-*•–] +(?=\S)")
_NUMBER = re.compile(r"(\d{1,6})[.)] +(?=\S)")
_HEADING = re.compile(r"(#{3,4}) +(\S.*)")
_CITED = re.compile(r"/go/post/([1-9]\d{0,17})/\s*")
_INLINE = re.compile(
    r"`(?P<code>[^`\n]{1,500})`"
    r"|\[(?P<label>[^\[\]\n]{1,500})\]\((?P<target>[^()\s]{1,2000})\)"
    r"|@/go/person/(?P<person>[1-9]\d{0,17})/"
    r"|(?P<url>https?://[^\s<>\"]{1,2000}|/go/[a-z][a-z0-9_-]{0,39}/\d{1,18}/)"
    r"|\*\*(?=[^\s*])(?P<strong>[^*\n]{1,1000})\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<em>[^*\n]{1,1000})\*(?![\w*])"
)
_TRAILING = ".,;:!?)]'“”\""


def from_plain(source: str, *, depth: int = 0) -> str:
    """Return HTML for a text typed into a plain textarea."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _blocks(lines, depth)


def _blocks(lines: list[str], depth: int) -> str:
    parts: list[str] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        block, used = _block(lines, at, depth)
        parts.append(block)
        at += used
    return "".join(parts)


def _block(lines: list[str], at: int, depth: int) -> tuple[str, int]:
    line = lines[at]
    if line.startswith("```"):
        return _code(lines, at)
    if line.startswith(">") and depth < MAX_DEPTH:
        return _quotation(lines, at, depth)
    if (heading := _HEADING.fullmatch(line.strip())) is not None:
        level = len(heading.group(1))
        return f"<h{level}>{_inline(heading.group(2))}</h{level}>", 1
    if line.strip() in {"---", "***", "___"}:
        return "<hr>", 1
    if depth < MAX_DEPTH and (_BULLET.match(line) or _NUMBER.match(line)):
        return _list(lines, at, depth)
    return _paragraph(lines, at, depth)


def escape(text: str) -> str:
    """Escape what an HTML parser would read as markup; apostrophes stay, so long texts keep few entities."""
    return html.escape(text, quote=False)


def _while(lines: list[str], at: int, holds: Callable[[str], bool]) -> list[str]:
    """Return the run of lines from `at` for which it holds, without looking at any line after it."""
    end = at
    while end < len(lines) and holds(lines[end]):
        end += 1
    return lines[at:end]


def _code(lines: list[str], at: int) -> tuple[str, int]:
    inside = _while(lines, at + 1, lambda line: not line.startswith("```"))
    return f"<pre><code>{escape(chr(10).join(inside))}</code></pre>", len(inside) + 2


def _quotation(lines: list[str], at: int, depth: int) -> tuple[str, int]:
    quoted = _while(lines, at, lambda line: line.startswith(">"))
    inside = [line[1:].removeprefix(" ") for line in quoted]
    cited = _CITED.fullmatch(inside[0])
    if cited is None:
        return f"<blockquote>{_blocks(inside, depth + 1)}</blockquote>", len(quoted)
    return f'<blockquote data-post="{cited.group(1)}">{_blocks(inside[1:], depth + 1)}</blockquote>', len(quoted)


def _list(lines: list[str], at: int, depth: int) -> tuple[str, int]:
    sign = _NUMBER if _NUMBER.match(lines[at]) else _BULLET
    first = _NUMBER.match(lines[at])
    items: list[list[str]] = []
    taken = _while(lines, at, lambda line: bool(sign.match(line)) or (line.startswith("  ") and bool(line.strip())))
    for line in taken:
        if found := sign.match(line):
            items.append([line[found.end() :]])
        else:
            items[-1].append(line[2:].removeprefix(" "))
    body = "".join(f"<li>{_blocks(item, depth + 1)}</li>" for item in items)
    if first is None:
        return f"<ul>{body}</ul>", len(taken)
    start = int(first.group(1))
    return (f'<ol start="{start}">{body}</ol>' if start > 1 else f"<ol>{body}</ol>"), len(taken)


def _paragraph(lines: list[str], at: int, depth: int) -> tuple[str, int]:
    further = _while(lines, at + 1, lambda line: bool(line.strip()) and not _starts_block(line, depth))
    taken = [lines[at], *further]
    return "<p>" + "<br>".join(_inline(line.strip()) for line in taken) + "</p>", len(taken)


def _starts_block(line: str, depth: int) -> bool:
    if line.startswith("```") or _HEADING.fullmatch(line.strip()):
        return True
    return depth < MAX_DEPTH and bool(line.startswith(">") or _BULLET.match(line) or _NUMBER.match(line))


def _inline(text: str) -> str:
    parts: list[str] = []
    at = 0
    for found in _INLINE.finditer(text):
        parts += [escape(text[at : found.start()]), _sign(found)]
        at = found.end()
    return "".join([*parts, escape(text[at:])])


def _sign(found: re.Match[str]) -> str:
    kind = str(found.lastgroup)
    value = found.group(kind)
    if kind == "target":
        return f'<a href="{html.escape(value)}">{escape(found.group("label"))}</a>'
    if kind == "person":
        return f'<span data-mention="{value}"></span>'
    if kind == "url":
        address = value.rstrip(_TRAILING)
        return f'<a href="{html.escape(address)}">{escape(address)}</a>{escape(value[len(address) :])}'
    return f"<{kind}>{escape(value)}</{kind}>"
