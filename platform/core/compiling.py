"""Compiles catalogues with Babel alone, no msgfmt: typeset as the language is set, each only when something changed.

`locale/<language>` holds our texts. `locale/packages/<language>` holds what the packages behind the editors' pages
do not say in that language, or say badly; the packages' own words are compiled with it, under ours.
"""

import re
from collections.abc import Iterator
from functools import partial
from gettext import c2py  # what Python itself reads Plural-Forms with
from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings

from core import typography
from core.typography import requoted, typeset

DOMAINS: Final = ("django", "djangojs")
PACKAGES: Final = ("wagtail", "taggit")  # how the names of the editors' apps begin
_EXAMPLES: Final = range(200)
_APOSTROPHE: Final = re.compile(r"(?<=[а-яіїєґ])[’'](?=[а-яіїєґ])", re.IGNORECASE)  # one letter, however it was typed


def compile_language(language: str) -> bool:
    """Write the .mo files of a language where they are missing or older than their sources; return whether one was."""
    written = [_compile_ours(language), *(_compile_packages(language, domain) for domain in DOMAINS)]
    return any(written)


def _compile_ours(language: str) -> bool:
    source = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"
    if not _stale(source.with_suffix(".mo"), [source]):
        return False
    catalogue = _read(source, language)
    for message in catalogue:
        if message.id:
            message.string = _each(message.string, partial(_dressed, language=language))
    _write(source.with_suffix(".mo"), catalogue)
    return True


def _compile_packages(language: str, domain: str) -> bool:
    source = Path(settings.LOCALE_PATHS[1]) / language / "LC_MESSAGES" / f"{domain}.po"
    theirs = list(package_files(language, domain))
    if not _stale(source.with_suffix(".mo"), [source, *theirs]):
        return False
    _write(source.with_suffix(".mo"), packages_catalogue(language, domain))
    return True


def packages_catalogue(language: str, domain: str) -> Catalog:
    """Return what the editors' pages say in a language: our words first, then those of each package in its order."""
    ours = _read(Path(settings.LOCALE_PATHS[1]) / language / "LC_MESSAGES" / f"{domain}.po", language)
    for message in ours:
        if message.id:
            message.string = _each(message.string, partial(_dressed, language=language))
    for path in package_files(language, domain):
        with path.open("rb") as file:
            theirs = read_mo(file)
        for message in theirs:
            context = (
                message.context.decode() if isinstance(message.context, bytes) else message.context
            )  # as Babel reads
            if message.id and ours.get(_single(message.id), context) is None:
                words = _counted(message.string, theirs, ours)
                ours.add(message.id, _each(words, partial(_in_our_dress, language=language)), context=context)
    return ours


def package_files(language: str, domain: str) -> Iterator[Path]:
    """Yield the compiled catalogues of the editors' packages; of a region (sk_SK) for want of the language."""
    for app in apps.get_app_configs():
        if app.name.startswith(PACKAGES):
            folder = Path(app.path) / "locale"
            found = [folder / language, *sorted(folder.glob(f"{language}_*"))]
            files = [path / "LC_MESSAGES" / f"{domain}.mo" for path in found]
            yield from [path for path in files if path.exists()][:1]


def _dressed(text: str, *, language: str) -> str:
    return _APOSTROPHE.sub("ʼ", text) if language == "uk" else typeset(text, language)


def _in_our_dress(text: str, *, language: str) -> str:
    return _dressed(requoted(text, language), language=language)


def _counted(string: Any, theirs: Catalog, ours: Catalog) -> Any:
    """Return the forms of a plural in our order: a package may tell four where we tell three."""
    if not isinstance(string, tuple | list):
        return string
    form_of, their_form_of = c2py(ours.plural_expr), c2py(theirs.plural_expr)
    first = {form_of(number): number for number in reversed(_EXAMPLES)}
    return tuple(string[their_form_of(first[form])] for form in range(ours.num_plurals))


def _each(string: Any, change: Any) -> Any:
    return tuple(change(text) for text in string) if isinstance(string, tuple | list) else change(string)


def _single(msgid: Any) -> Any:
    return msgid[0] if isinstance(msgid, tuple | list) else msgid


def _stale(target: Path, sources: list[Path]) -> bool:
    if not sources[0].exists():
        return False
    made_by = [Path(__file__), Path(typography.__file__)]
    newest = max(path.stat().st_mtime for path in [*sources, *made_by])
    return not target.exists() or target.stat().st_mtime < newest


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _write(path: Path, catalogue: Catalog) -> None:
    """Write all or nothing: half a catalogue stops every process that reads it."""
    fresh = path.with_suffix(".mo-new")
    with fresh.open("wb") as file:
        write_mo(file, catalogue)
    fresh.replace(path)
