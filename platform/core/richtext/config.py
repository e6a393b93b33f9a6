"""What a text may hold, said once: the editor, its toolbar and the server's allow-list derive from `FEATURES`.

A feature without tags adds nothing to the allow-list. Change `render.VERSION` when this list changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SCHEMES = frozenset({"http", "https", "mailto"})
PERSON = "person"  # the kind whose items mentions name
POST = "post"  # the kind whose items quotations name


@dataclass(frozen=True, kw_only=True)
class Button:
    """One button of the toolbar: its accessible name, icon, and the editor command it gives."""

    label: str | Promise
    icon: str
    command: str
    group: int
    active: str = ""
    level: int | None = None


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One extension of the editor with the tags and attributes it produces."""

    extension: str
    options: Mapping[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()


HEADINGS = (
    Button(label=_("Heading"), icon="h2", command="toggleHeading", active="heading", level=3, group=1),
    Button(label=_("Smaller heading"), icon="h3", command="toggleHeading", active="heading", level=4, group=1),
)

FEATURES: tuple[Feature, ...] = (
    Feature(extension="Document"),
    Feature(extension="Text"),
    Feature(extension="Paragraph", tags=("p",)),
    Feature(extension="HardBreak", tags=("br",)),
    Feature(
        extension="Bold",
        tags=("strong",),
        buttons=(Button(label=_("Bold"), icon="bold", command="toggleBold", active="bold", group=0),),
    ),
    Feature(
        extension="Italic",
        tags=("em",),
        buttons=(Button(label=_("Italic"), icon="italic", command="toggleItalic", active="italic", group=0),),
    ),
    Feature(
        extension="Link",
        options={"openOnClick": False, "autolink": True, "protocols": ["mailto"], "enableTarget": False},
        tags=("a",),
        attributes={"a": ("href",)},
        buttons=(Button(label=_("Link"), icon="link", command="link", active="link", group=0),),
    ),
    Feature(extension="Heading", options={"levels": [3, 4]}, tags=("h3", "h4"), buttons=HEADINGS),
    Feature(
        extension="BulletList",
        tags=("ul",),
        buttons=(
            Button(label=_("List"), icon="list-bullet", command="toggleBulletList", active="bulletList", group=2),
        ),
    ),
    Feature(
        extension="OrderedList",
        options={"enableListAttributes": False},
        tags=("ol",),
        attributes={"ol": ("start",)},
        buttons=(
            Button(
                label=_("Numbered list"),
                icon="numbered-list",
                command="toggleOrderedList",
                active="orderedList",
                group=2,
            ),
        ),
    ),
    Feature(extension="ListItem", tags=("li",)),
    Feature(
        extension="Blockquote",
        tags=("blockquote",),
        attributes={"blockquote": ("data-post",)},
        buttons=(
            Button(
                label=_("Quotation"),
                icon="chat-bubble-bottom-center-text",
                command="toggleBlockquote",
                active="blockquote",
                group=2,
            ),
        ),
    ),
    Feature(
        extension="Code",
        tags=("code",),
        buttons=(Button(label=_("Code"), icon="code-bracket", command="toggleCode", active="code", group=3),),
    ),
    Feature(
        extension="CodeBlock",
        tags=("pre",),
        buttons=(
            Button(
                label=_("Block of code"),
                icon="code-bracket-square",
                command="toggleCodeBlock",
                active="codeBlock",
                group=3,
            ),
        ),
    ),
    Feature(
        extension="HorizontalRule",
        tags=("hr",),
        buttons=(Button(label=_("Dividing line"), icon="minus", command="setHorizontalRule", group=3),),
    ),
    Feature(
        extension="History",
        buttons=(
            Button(label=_("Undo"), icon="arrow-uturn-left", command="undo", group=4),
            Button(label=_("Redo"), icon="arrow-uturn-right", command="redo", group=4),
        ),
    ),
    # The three below are ours (static/js/editor-nodes.js).
    Feature(extension="Mention", tags=("span",), attributes={"span": ("data-mention",)}),
    Feature(extension="Citation"),
    Feature(extension="Direction"),
)

VOID = frozenset({"br", "hr"})
ALIASES = {"b": "strong", "i": "em", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
DIRECTED = ("p", "li", "ul", "ol", "h3", "h4", "blockquote", "pre", "span")
TAGS = frozenset(tag for feature in FEATURES for tag in feature.tags) | ALIASES.keys()


def allowed_attributes() -> dict[str, set[str]]:
    """Return per tag the attributes a text may hold, with `lang` and `dir` on blocks and spans."""
    allowed: dict[str, set[str]] = {tag: {"lang", "dir"} for tag in DIRECTED}
    for feature in FEATURES:
        for tag, names in feature.attributes.items():
            allowed.setdefault(tag, set()).update(names)
    return allowed


def extensions() -> dict[str, Mapping[str, Any]]:
    """Return the editor's extensions with their options."""
    return {feature.extension: feature.options for feature in FEATURES}


def button_groups() -> list[list[Button]]:
    """Return the toolbar's buttons, group by group."""
    buttons = [button for feature in FEATURES for button in feature.buttons]
    return [[b for b in buttons if b.group == group] for group in sorted({b.group for b in buttons})]
