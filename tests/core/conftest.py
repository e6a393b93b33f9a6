"""What the tests of core share: a kind of item of their own, and events and handlers that leave no trace."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from core import kinds
from core.outbox import events, registry
from tests.core.notes import Note, NoteKind


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Add the table of notes to the test database."""
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        if Note._meta.db_table not in connection.introspection.table_names():
            editor.create_model(Note)


@pytest.fixture(autouse=True)
def _restored_registries() -> Iterator[None]:
    """Put the registries of kinds, events and handlers back as they were."""
    registries: list[dict[Any, Any]] = [kinds._kinds, events._events, registry._handlers]
    before = [dict(entries) for entries in registries]
    yield
    for entries, kept in zip(registries, before, strict=True):
        entries.clear()
        entries.update(kept)


@pytest.fixture
def note_kind() -> NoteKind:
    """Register the kind of notes for one test."""
    kind = NoteKind()
    kinds.register(kind)
    return kind
