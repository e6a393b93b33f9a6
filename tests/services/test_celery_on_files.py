"""The embedded shape's worker: no server at all, messages are files, and the database is SQLite."""

import sqlite3

import pytest

from tests.services.mosty_processes import embedded_environment, knock_from_another_process, manage, worker
from tests.services.processes import wait_for

pytestmark = pytest.mark.services
TRACES = "SELECT json_extract(payload, '$.who') FROM core_outboxevent WHERE name = 'tests.trace' ORDER BY 1"


def traces(folder):
    """Which handlers ran, read past Django, whose connection is the tests' own database."""
    connection = sqlite3.connect(folder / "mosty.sqlite3", timeout=20)
    try:
        return [who for (who,) in connection.execute(TRACES)]
    finally:
        connection.close()


def test_a_worker_over_files_delivers_what_another_process_published(tmp_path):
    env = embedded_environment(tmp_path / "var")
    (tmp_path / "var").mkdir()
    manage("migrate", "--noinput", "-v", "0", env=env)

    with worker(tmp_path / "worker", env=env):
        knock_from_another_process("files", env=env)

        assert wait_for(lambda: traces(tmp_path / "var") == ["answer", "note"], seconds=30)
