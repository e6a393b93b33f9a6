"""The tables of the embedded index: per generation its entries, their facets and words; names carry its number."""

import sqlite3
from dataclasses import dataclass

from search.documents import Document
from search.engines.base import SCHEMA, Gone

LIVE, BUILDING = "live", "building"

_ALWAYS = """
CREATE TABLE generation (role TEXT PRIMARY KEY, number INTEGER NOT NULL);
CREATE TABLE counter (last INTEGER NOT NULL);
"""
# Marks belong to the words of Indic scripts, so they are letters to the tokenizer too.
_ONE = """
CREATE TABLE entry_{n} (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, object_id INTEGER NOT NULL, version INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0, group_kind TEXT, group_id INTEGER, languages TEXT, audience TEXT,
    platform_id INTEGER, year INTEGER, day TEXT, weight REAL, UNIQUE (kind, object_id));
CREATE TABLE facet_{n} (name TEXT, code TEXT, entry INTEGER, PRIMARY KEY (name, code, entry)) WITHOUT ROWID;
CREATE INDEX facet_{n}_entry ON facet_{n} (entry);
CREATE VIRTUAL TABLE fts_{n} USING fts5(title, body, words, concepts, context,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
CREATE VIRTUAL TABLE word_{n} USING fts5vocab(fts_{n}, col);
"""


@dataclass(frozen=True, slots=True)
class Generations:
    """The number of the searched generation and of the one in the making, if any."""

    live: int
    building: int | None

    @property
    def both(self) -> list[int]:
        """Every generation that a write must reach."""
        return [self.live] if self.building is None else [self.live, self.building]


def generations(connection: sqlite3.Connection) -> Generations:
    """Return what there is; an empty file, or one of another schema, gets its first generation."""
    if _schema(connection) != SCHEMA:
        _start_over(connection)
    rows = dict(connection.execute("SELECT role, number FROM generation"))
    return Generations(rows[LIVE], rows.get(BUILDING))


def _schema(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _start_over(connection: sqlite3.Connection) -> None:
    with Writing(connection):
        if _schema(connection) == SCHEMA:  # another process was faster
            return
        _drop_all(connection)
        for statement in filter(str.strip, _ALWAYS.split(";")):
            connection.execute(statement)
        connection.execute("INSERT INTO counter VALUES (0)")
        add(connection, role=LIVE)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _drop_all(connection: sqlite3.Connection) -> None:
    """Drop every table: virtual ones first, which take their shadows with them."""
    for pattern in ("CREATE VIRTUAL%", "CREATE TABLE%"):
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE ?", (pattern,))
        for (name,) in rows.fetchall():
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')


class Writing:
    """A transaction that takes the write lock at once; inside another one it is part of that."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.outermost = not connection.in_transaction

    def __enter__(self) -> sqlite3.Connection:
        if self.outermost:
            self.connection.execute("BEGIN IMMEDIATE")
        return self.connection

    def __exit__(self, kind: object, *_: object) -> None:
        if self.outermost:
            self.connection.execute("COMMIT" if kind is None else "ROLLBACK")


def add(connection: sqlite3.Connection, *, role: str) -> int:
    """Make the tables of a new generation in a role and return its number, which is never used again."""
    connection.execute("UPDATE counter SET last = last + 1")
    number = int(connection.execute("SELECT last FROM counter").fetchone()[0])
    for statement in filter(str.strip, _ONE.format(n=number).split(";")):
        connection.execute(statement)
    connection.execute("INSERT OR REPLACE INTO generation VALUES (?, ?)", (role, number))
    return number


def drop(connection: sqlite3.Connection, number: int) -> None:
    """Remove the tables of a generation."""
    for name in ("word", "fts", "facet", "entry"):
        connection.execute(f"DROP TABLE IF EXISTS {name}_{number}")


def store(connection: sqlite3.Connection, number: int, document: Document) -> None:
    """Write one document unless the generation has it in this or a newer version."""
    key = _take(connection, number, document.kind, pk=document.object_id, version=document.version)
    if key is None:
        return
    day = document.day
    connection.execute(
        f"UPDATE entry_{number} SET gone = 0, version = ?, group_kind = ?, group_id = ?, languages = ?, "  # noqa: S608  a number of ours
        "audience = ?, platform_id = ?, year = ?, day = ?, weight = ? WHERE id = ?",
        (
            document.version,
            *document.group,
            "".join(f" {code} " for code in document.languages),
            document.audience,
            document.platform_id,
            day.year if day else None,
            day.isoformat() if day else None,
            document.weight,
            key,
        ),
    )
    texts = (document.title, document.body, document.words, document.concepts, document.context)
    connection.execute(
        f"INSERT INTO fts_{number} (rowid, title, body, words, concepts, context) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
        (key, *texts),
    )
    facets = [("area", code) for code in document.areas]
    facets += [("territory", code) for code in document.territories]
    facets += [("language", code) for code in document.languages]
    connection.executemany(
        f"INSERT OR IGNORE INTO facet_{number} VALUES (?, ?, ?)",  # noqa: S608  a number of ours
        [(name, code, key) for name, code in facets],
    )


def remove(connection: sqlite3.Connection, number: int, gone: Gone) -> None:
    """Make an item unfindable; its version stays, so that an older write that comes late is refused."""
    key = _take(connection, number, gone.kind, pk=gone.object_id, version=gone.version)
    if key is not None:
        connection.execute(
            f"UPDATE entry_{number} SET gone = 1, version = ?, audience = NULL WHERE id = ?",  # noqa: S608
            (gone.version, key),
        )


def _take(connection: sqlite3.Connection, number: int, kind: str, *, pk: int, version: int) -> int | None:
    """Return the emptied row of an item, or None when what stands there is not older."""
    row = connection.execute(
        f"SELECT id, version FROM entry_{number} WHERE kind = ? AND object_id = ?",  # noqa: S608  a number of ours
        (kind, pk),
    ).fetchone()
    if row is None:
        cursor = connection.execute(
            f"INSERT INTO entry_{number} (kind, object_id, version) VALUES (?, ?, ?)",  # noqa: S608
            (kind, pk, version),
        )
        return cursor.lastrowid
    if row[1] >= version:
        return None
    connection.execute(f"DELETE FROM fts_{number} WHERE rowid = ?", (row[0],))  # noqa: S608  a number of ours
    connection.execute(f"DELETE FROM facet_{number} WHERE entry = ?", (row[0],))  # noqa: S608
    return int(row[0])
