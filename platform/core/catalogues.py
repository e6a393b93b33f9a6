"""Collects translatable texts with Babel alone: no xgettext, no Node. `core.compiling` makes them ready to be read.

English is the language of the code: its catalogue repeats the text itself, so that it is complete by construction.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
CODE = ("platform", "forums", "cms", "search", "notifications")
# Lines of the header that change by themselves or name nobody.
_DATED = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Project-Id-Version|Report-Msgid-Bugs-To|Last-Translator|Language-Team):.*\n',
    flags=re.M,
)
Key = tuple[str | tuple[str, ...], str | None]


def folder(language: str) -> Path:
    """Return the folder of a language's catalogue."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES"


def collected() -> Catalog:
    """Return a catalogue of every text of code and templates."""
    catalogue = Catalog(fuzzy=False)
    for source, extracted in _sources():
        for _line, function, arguments, comments in extracted:
            message = _message(function, arguments)
            if message is not None:
                text, context = message
                catalogue.add(text, context=context, locations=[(source, 0)], auto_comments=comments)
    return catalogue


def keys(catalogue: Catalog) -> list[Key]:
    """Return (text or its two forms, context) of every message."""
    return [
        (tuple(message.id) if isinstance(message.id, list) else message.id, message.context)
        for message in catalogue
        if message.id
    ]


def _sources() -> Iterator[tuple[str, Iterator[Any]]]:
    root = Path(settings.ROOT)
    for name in CODE:
        for path in sorted((root / name).rglob("*.py")):
            if "migrations" not in path.parts:
                yield str(path.relative_to(root)), _python(path.read_text(encoding="utf-8"))
    for path in sorted(p for p in (root / "templates").rglob("*") if p.suffix in {".html", ".txt"}):
        yield str(path.relative_to(root)), _python(_flat(templatize(path.read_text(encoding="utf-8"))))


def _python(code: str) -> Iterator[Any]:
    return iter(list(extract_python(io.BytesIO(code.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"})))


def _flat(code: str) -> str:
    """Keep only the calls: what templatize leaves of a template is no valid Python beside them."""
    calls = re.findall(r"(?:_|[np]*gettext)\((?:[^()'\"]|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")*\)", code)
    return "\n".join(calls)


def _message(function: str, arguments: Any) -> tuple[Any, str | None] | None:
    values = list(arguments) if isinstance(arguments, tuple | list) else [arguments]
    context = values.pop(0) if function.startswith(("pgettext", "npgettext")) else None
    plural = function.startswith(("ngettext", "npgettext"))
    texts = values[:2] if plural else values[:1]
    if not texts or not all(isinstance(text, str) and text for text in texts):
        return None
    return (tuple(texts) if plural else texts[0]), context


def read_catalogue(language: str) -> Catalog:
    """Return the stored catalogue of a language, or an empty one."""
    path = folder(language) / "django.po"
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str, *, texts: Catalog) -> Catalog:
    """Return the language's catalogue with exactly these texts, keeping every translation that it has."""
    before = {(message.id, message.context): message for message in read_catalogue(language)}
    fresh = Catalog(locale=language, fuzzy=False, header_comment=f"# Mosty: {language}")
    for message in texts:
        if message.id:
            known = before.get((message.id, message.context))
            fresh.add(
                message.id,
                string=_string(language, message, known),
                context=message.context,
                locations=sorted(set(message.locations)),
                auto_comments=message.auto_comments,
            )
    return fresh


def _string(language: str, message: Message, known: Message | None) -> Any:
    if language == "en":
        return message.id
    return known.string if known is not None and not known.fuzzy else None


def write_catalogue(language: str, catalogue: Catalog) -> None:
    """Store a catalogue, sorted and without line numbers, so that a change shows as what it is."""
    path = folder(language)
    path.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, sort_output=True, include_lineno=False, omit_header=False, width=120)
    text = _DATED.sub("", buffer.getvalue().decode())
    (path / "django.po").write_text(text, encoding="utf-8")
