"""Reads templates as a tree of elements, as far as one can without rendering: which texts stand inside a `lang`."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "templates"
VOID = {"img", "br", "input", "meta", "link", "hr", "option", "col", "source"}
PARTS = re.compile(
    r"\{#.*?#\}|\{% comment.*?endcomment %\}"
    r"|\{% (?P<word>\w+) ?(?P<rest>.*?)%\}|\{\{(?P<value>.*?)\}\}"
    r"|<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)"
    r"(?P<attributes>(?:\{%.*?%\}|\{\{.*?\}\}|\"(?:\{%.*?%\}|\{\{.*?\}\}|[^\"])*\"|[^>\"])*)>",
    re.DOTALL,
)
UNMARKABLE = {"title", "block title", "block full_title", "textarea"}
MARKED = re.compile(r"\b(?:lang|translate)=")


@dataclass
class Template:
    """What a template prints (expression and whether it stands inside a `lang`), includes, and where its blocks are."""

    name: str
    parent: str = ""
    values: list[tuple[str, bool]] = field(default_factory=list)
    includes: list[tuple[str, str, bool]] = field(default_factory=list)
    marked_blocks: set[str] = field(default_factory=set)


@cache
def template(name: str) -> Template:
    """Read a template by its name."""
    source = (FOLDER / name).read_text(encoding="utf-8")
    found = re.search(r'\{% extends "([^"]+)"', source)
    read = Template(name=name, parent=found[1] if found else "")
    inherited = marked_blocks(read.parent)
    stack: list[tuple[str, bool]] = []
    for part in PARTS.finditer(source):
        _take(part, read=read, stack=stack, inherited=inherited)
    return read


def marked_blocks(name: str) -> set[str]:
    """Return the blocks of a template, its ancestors included, that stand inside a `lang`."""
    if not name or not (FOLDER / name).exists():
        return set()
    read = template(name)
    return read.marked_blocks | marked_blocks(read.parent)


def _take(part: re.Match[str], *, read: Template, stack: list[tuple[str, bool]], inherited: set[str]) -> None:
    marked = any(flag for _, flag in stack)
    if part["name"]:
        _element(part, stack)
    elif part["value"] is not None and any(name in UNMARKABLE for name, _ in stack):
        return  # the title of a window is plain text
    elif part["value"] is not None:
        read.values.append((part["value"].strip(), marked))
    elif part["word"] == "block":
        block = part["rest"].split()[0]
        if marked:
            read.marked_blocks.add(block)
        stack.append((f"block {block}", block in inherited))
    elif part["word"] == "endblock":
        _close(stack, start="block ")
    elif part["word"] == "include" and (wanted := re.match(r'"([^"]+)"(.*)', part["rest"])):
        read.includes.append((wanted[1], wanted[2], marked))


def _element(part: re.Match[str], stack: list[tuple[str, bool]]) -> None:
    name = part["name"].lower()
    if part["end"]:
        _close(stack, start=name)
    elif name not in VOID and name != "html" and not part["attributes"].rstrip().endswith("/"):
        stack.append((name, bool(MARKED.search(part["attributes"]))))


def _close(stack: list[tuple[str, bool]], *, start: str) -> None:
    """Close the innermost element or block that begins so, and what was left open in it; branches leave some open."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index][0].startswith(start) if start.endswith(" ") else stack[index][0] == start:
            del stack[index:]
            return
