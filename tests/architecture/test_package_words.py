"""The words we give to packages: each for a text a package still has, its parts whole, and nothing left in English."""

import re
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings

from core.compiling import DOMAINS, PACKAGES, packages_catalogue

FOLDER = Path(settings.LOCALE_PATHS[1])
EACH = pytest.mark.parametrize(
    ("language", "domain"), [(language, domain) for language in ("cs", "sk") for domain in DOMAINS]
)
PART = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+|href=|data-[\w-]+")


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="en" if "/en/" in str(path) else path.parents[1].name)


def ours(language: str, domain: str) -> list[Message]:
    return [message for message in read(FOLDER / language / "LC_MESSAGES" / f"{domain}.po") if message.id]


def texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, tuple | list) else (str(value),)


def their_texts(domain: str, *, of: tuple[str, ...] = ()) -> Iterator[Message]:
    """Yield what the installed packages say in English."""
    for app in apps.get_app_configs():
        path = Path(app.path) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        if path.exists() and (not of or app.name.startswith(of)):
            yield from (message for message in read(path) if message.id)


def django_texts(domain: str) -> Iterator[Message]:
    path = Path(django.__file__).parent / "conf" / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
    yield from (message for message in read(path) if message.id) if path.exists() else ()


@EACH
def test_every_text_is_one_that_a_package_still_has(language, domain):
    known = {(texts(m.id), m.context) for m in [*their_texts(domain), *django_texts(domain)]}
    assert [m.id for m in ours(language, domain) if (texts(m.id), m.context) not in known] == []


@EACH
def test_every_plural_has_the_forms_of_its_language(language, domain):
    plurals = [m for m in ours(language, domain) if isinstance(m.id, tuple | list)]
    assert [m.id for m in plurals if len(m.string) != 3 or not all(m.string)] == []
    assert [m.id for m in ours(language, domain) if not all(texts(m.string))] == []


@EACH
def test_placeholders_and_tags_survive(language, domain):
    wrong = []
    for message in ours(language, domain):
        first, *others = texts(message.id)
        allowed = [sorted(PART.findall(text)) for text in (first, *others)]
        for form in texts(message.string):
            wrong += [(message.id, form)] if sorted(PART.findall(form)) not in allowed else []
    assert wrong == []


@EACH
def test_the_editors_packages_say_nothing_in_english(language, domain):
    words = packages_catalogue(language, domain)
    left = [m.id for m in their_texts(domain, of=PACKAGES) if words.get(texts(m.id)[0], m.context) is None]
    assert left == []


@EACH
def test_ours_are_the_words_that_count(language, domain):
    words = packages_catalogue(language, domain)
    for message in ours(language, domain):
        found = words.get(texts(message.id)[0], message.context)
        plain = tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(found.string))
        assert plain == texts(message.string)
