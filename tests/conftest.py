"""What every test may use. No test reaches another machine, and none writes outside a temporary folder."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import translation
from pytest_socket import socket_allow_hosts

from core.outbox.dispatch import drain as drain_outbox
from core.viewer import Viewer, viewer_for
from tests.migrated import filled_from_copy


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let tests talk to this machine only: the live server, real services started for the run."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def keep_migrated() -> Iterator[Callable[[], None]]:
    """Begin with the database as an earlier run migrated it, where there is one."""
    with filled_from_copy() as keep:
        yield keep


@pytest.fixture(scope="session")
def django_db_setup(keep_migrated: Callable[[], None], django_db_setup: None) -> None:
    """Set the databases up as pytest-django does, and keep what was migrated for the next run."""
    keep_migrated()


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """Give every test folders of its own for media and private files."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PRIVATE_ROOT = str(tmp_path / "private")


@pytest.fixture(autouse=True)
def _own_language(settings: Any) -> None:
    """Begin in the site's language, whatever language the last request of another test was in."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Leave nothing in the cache for the next test."""
    yield
    cache.clear()


@pytest.fixture
def drain(django_capture_on_commit_callbacks: Any) -> Callable[[], int]:
    """Carry out everything in the outbox that is due, in this process; return how many deliveries were done."""

    def carry_out() -> int:
        with django_capture_on_commit_callbacks(execute=True):
            return drain_outbox()

    return carry_out


@pytest.fixture
def viewer_of() -> Callable[[Any], Viewer]:
    """Return the viewer a person is at this moment."""
    return viewer_for
