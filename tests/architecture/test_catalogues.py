"""Czech and English are complete: every text of templates and code has a translation, none is fuzzy or left empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from core.catalogues import collected, keys

LOCALE = Path(__file__).resolve().parents[2] / "locale"


def _catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def _texts(message: Message) -> Iterator[str]:
    yield from message.string if isinstance(message.string, tuple | list) else [message.string]


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_text_is_translated(language: str) -> None:
    catalogue = _catalogue(language)
    left_open = [m.id for m in catalogue if m.id and (m.fuzzy or not all(_texts(m)))]
    assert left_open == []


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_text_of_the_code_stands_in_the_catalogue(language: str) -> None:
    present = {(message.id, message.context) for message in _catalogue(language)}
    assert [key for key in keys(collected()) if key not in present] == []


@pytest.mark.parametrize("language", ["cs", "en"])
def test_placeholders_survive_translation(language: str) -> None:
    wrong = [message.id for message in _catalogue(language) if message.id and any(True for _ in message.check())]
    assert wrong == []
