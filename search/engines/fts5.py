"""The embedded engine: SQLite FTS5 in a file of its own, whatever the main database is.

Every call opens the file anew, so threads and processes share nothing but the file, which is in WAL mode.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from core.changes import Reference
from search.analysis import typo_candidates
from search.documents import Document
from search.engines import fts5_tables as tables
from search.engines.base import (
    FARTHEST,
    HITS_A_GROUP,
    Engine,
    GenerationLostError,
    Gone,
    Group,
    Hits,
    Question,
    SearchUnavailableError,
)
from search.engines.fts5_match import Conditions, match_expression, score_sql

BUSY_SECONDS = 20


class Fts5Engine(Engine):
    """See the module."""

    def __init__(self, path: str) -> None:
        self.path = path

    @contextmanager
    def _open(self, *, writing: bool = False) -> Iterator[sqlite3.Connection]:
        connection = None
        try:
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            if writing:
                with tables.Writing(connection):
                    yield connection
            else:
                connection.execute("BEGIN")  # one snapshot: a rebuild may switch and drop tables meanwhile
                yield connection
                connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise SearchUnavailableError(f"{type(error).__name__}: {error}") from error
        finally:
            if connection is not None:
                connection.close()

    def write(
        self, documents: Iterable[Document], gone: Iterable[Gone] = (), *, generation: str = ""
    ) -> dict[Reference, str]:
        """See Engine."""
        with self._open(writing=True) as connection:
            found = tables.generations(connection)
            if generation and generation != str(found.building):
                raise GenerationLostError(generation)
            numbers = [int(generation)] if generation else found.both
            documents, gone = list(documents), list(gone)
            for number in numbers:
                for document in documents:
                    tables.store(connection, number, document)
                for item in gone:
                    tables.remove(connection, number, item)
        return {}

    def find(self, question: Question) -> Hits:
        """See Engine."""
        if not question.words or question.start >= FARTHEST:
            return Hits()
        with self._open() as connection:
            number = tables.generations(connection).live
            told = self._counts(connection, number, question)
            counts = told.pop("kind", {})
            groups = self._groups(connection, number, question) if counts else ()
            return Hits(groups=groups, counts=counts, facets=told)

    def _counts(self, connection: sqlite3.Connection, number: int, question: Question) -> dict[str, dict[str, int]]:
        """Return the groups of each kind, and of each value of each facet among those of the chosen kind."""
        conditions, kind = Conditions(question, generation=number), question.filters.kind
        sql = (
            "WITH hit AS MATERIALIZED (SELECT e.id, e.group_kind, e.group_kind || ':' || e.group_id AS member, "  # noqa: S608  a number of ours and placeholders
            f"e.platform_id, e.year FROM fts_{number} JOIN entry_{number} e ON e.id = fts_{number}.rowid "
            f"WHERE fts_{number} MATCH ? AND {conditions.sql}), "
            "chosen AS MATERIALIZED (SELECT * FROM hit WHERE group_kind = ? OR ? = '') "
            "SELECT 'kind', group_kind, count(DISTINCT member) FROM hit GROUP BY group_kind "
            "UNION ALL SELECT 'platform', platform_id, count(DISTINCT member) FROM chosen GROUP BY platform_id "
            "UNION ALL SELECT 'year', year, count(DISTINCT member) FROM chosen GROUP BY year "
            f"UNION ALL SELECT f.name, f.code, count(DISTINCT member) FROM chosen JOIN facet_{number} f "
            "ON f.entry = chosen.id WHERE f.name IN ('area', 'language') GROUP BY f.name, f.code ORDER BY 1, 2"
        )
        rows = connection.execute(sql, [match_expression(question.words), *conditions.values, kind, kind])
        told: dict[str, dict[str, int]] = {}
        for name, value, count in rows:
            if value is not None:
                told.setdefault(name, {})[str(value)] = int(count)
        return told

    def _groups(self, connection: sqlite3.Connection, number: int, question: Question) -> tuple[Group, ...]:
        conditions = Conditions(question, generation=number)
        score, score_values = score_sql(number, question.reads)
        kind = "WHERE group_kind = ? " if question.filters.kind else ""
        sql = (
            "WITH hit AS MATERIALIZED ("  # noqa: S608  numbers of ours and placeholders
            f"SELECT e.kind, e.object_id, e.group_kind, e.group_id, {score} AS score "
            f"FROM fts_{number} JOIN entry_{number} e ON e.id = fts_{number}.rowid "
            f"WHERE fts_{number} MATCH ? AND {conditions.sql}), "
            "best AS (SELECT group_kind, group_id, min(score) AS best, count(*) AS size FROM hit "
            f"{kind}GROUP BY group_kind, group_id ORDER BY best, group_kind, group_id LIMIT ? OFFSET ?) "
            "SELECT group_kind, group_id, best.size, hit.kind, hit.object_id FROM best "
            "JOIN hit USING (group_kind, group_id) "
            "ORDER BY best.best, group_kind, group_id, hit.score, hit.kind, hit.object_id"
        )
        values: list[Any] = [*score_values, match_expression(question.words), *conditions.values]
        values += [question.filters.kind] if question.filters.kind else []
        rows = connection.execute(sql, [*values, question.size, question.start]).fetchall()
        return tuple(_group(key, list(found)) for key, found in groupby(rows, key=lambda row: row[:3]))

    def similar(self, word: str) -> list[str]:
        """See Engine."""
        with self._open() as connection:
            number = tables.generations(connection).live
            rows = connection.execute(
                f"SELECT term FROM word_{number} WHERE col = 'words' AND length(term) BETWEEN ? AND ?",  # noqa: S608
                (len(word) - 2, len(word) + 2),
            )
            return typo_candidates(word, (str(term) for (term,) in rows))

    def versions(self, kind: str, ids: Sequence[int]) -> dict[int, int]:
        """See Engine."""
        if not ids:
            return {}
        with self._open() as connection:
            number = tables.generations(connection).live
            rows = connection.execute(
                f"SELECT object_id, version FROM entry_{number} WHERE kind = ? AND gone = 0 "  # noqa: S608
                "AND object_id BETWEEN ? AND ?",
                (kind, min(ids), max(ids)),
            )
            wanted = set(ids)
            return {pk: version for pk, version in rows if pk in wanted}

    def begin(self) -> str:
        """See Engine."""
        with self._open(writing=True) as connection:
            left_behind = tables.generations(connection).building
            if left_behind is not None:
                tables.drop(connection, left_behind)
            return str(tables.add(connection, role=tables.BUILDING))

    def finish(self, generation: str) -> None:
        """See Engine."""
        with self._open(writing=True) as connection:
            found = tables.generations(connection)
            if str(found.building) != generation:
                raise GenerationLostError(generation)
            connection.execute("DELETE FROM generation")
            connection.execute("INSERT INTO generation VALUES (?, ?)", (tables.LIVE, int(generation)))
            tables.drop(connection, found.live)

    def healthy(self) -> bool:
        """See Engine."""
        try:
            with self._open() as connection:
                tables.generations(connection)
        except SearchUnavailableError:
            return False
        return True


def _group(key: tuple[Any, ...], rows: list[tuple[Any, ...]]) -> Group:
    kind, pk, size = key
    return Group(kind, pk, tuple((row[3], row[4]) for row in rows[:HITS_A_GROUP]), size)
