"""Keeps the migrated, empty database of a run in the cache of the tests: the next run need not migrate it again.

Only for SQLite in memory. The copy is named by all that could make it another: our migrations and the pinned packages;
`migrate` still runs on it, so what is missing would be added.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / ".pytest_cache" / "d" / "migrated"


@contextmanager
def filled_from_copy() -> Iterator[Callable[[], None]]:
    """Put the kept copy where the test database is about to be set up; yield what keeps one when there was none."""
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        yield lambda: None
        return
    KEPT.mkdir(parents=True, exist_ok=True)
    copy = KEPT / f"{_name()}.sqlite3"
    kept = copy.exists()
    with closing(sqlite3.connect(connection.creation._get_test_db_name(), uri=True)) as held:
        if kept:
            _copy(copy, held)
        yield lambda: None if kept else _keep(held, copy)


def _name() -> str:
    files = [*ROOT.glob("**/migrations/*.py"), *ROOT.glob("requirements/*.txt")]
    sums = sha256()
    for path in sorted(files):
        if ".venv" not in path.parts:
            sums.update(f"{path.relative_to(ROOT)}".encode())
            sums.update(path.read_bytes())
    return sums.hexdigest()[:24]


def _copy(copy: Path, held: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(copy)) as source:
        source.backup(held)


def _keep(held: sqlite3.Connection, copy: Path) -> None:
    """Write beside and rename: another worker may be doing the same."""
    beside = copy.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(beside)) as target:
        held.backup(target)
    beside.replace(copy)
