"""Talks to Elasticsearch; no other module imports its client. Whatever it answers or not comes out as our own errors.

Only what every server has is used: built-in analyzers, external versions, aliases, no scripts, no ingest, no reindex.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.helpers import streaming_bulk

from search.engines.base import SearchUnavailableError

SECONDS = 5
BULK_SECONDS = 30
HEALTH_SECONDS = 2
BULK_BYTES = 5 * 1024 * 1024


class NoSuchIndexError(Exception):
    """The alias or index is not there."""


class Outcome:
    """What became of one write."""

    def __init__(self, alias: str, key: str, answer: Mapping[str, Any]) -> None:
        self.alias, self.key = alias, key
        self.status = int(answer.get("status", 500))
        error = answer.get("error") or {}
        self.error = f"{error.get('type')}: {error.get('reason')}"[:500] if isinstance(error, dict) else str(error)

    @property
    def kept_newer(self) -> bool:
        """Whether the server has this or a newer version."""
        return self.status == 409

    @property
    def alias_missing(self) -> bool:
        """Whether nothing stands behind the alias."""
        return self.status == 404

    @property
    def overloaded(self) -> bool:
        """Whether the server could not take it just now."""
        return self.status == 429 or self.status >= 500

    @property
    def refused(self) -> bool:
        """Whether it will never take this document."""
        return 400 <= self.status < 500 and not (self.kept_newer or self.alias_missing or self.overloaded)


class Client:
    """The few calls the engine needs, by alias; every one raises SearchUnavailableError when nothing answers."""

    def __init__(self, url: str) -> None:
        self._hosts = url.split(",")
        self._connected: tuple[int, Elasticsearch] | None = None

    @property
    def _server(self) -> Elasticsearch:
        """The connections of this process: they are never shared over a fork."""
        if self._connected is None or self._connected[0] != os.getpid():
            server = Elasticsearch(self._hosts, request_timeout=SECONDS, max_retries=1, retry_on_status=(502, 503, 504))
            self._connected = (os.getpid(), server)
        return self._connected[1]

    @contextmanager
    def _calling(self) -> Iterator[Elasticsearch]:
        try:
            yield self._server
        except NotFoundError as error:
            raise NoSuchIndexError(str(error)) from error
        except (ApiError, TransportError) as error:
            raise SearchUnavailableError(f"{type(error).__name__}: {error}"[:500]) from error

    def search(self, alias: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer to a search; raises NoSuchIndexError."""
        with self._calling() as server:
            return dict(server.search(index=alias, body=dict(body)).body)

    def put(self, aliases: Iterable[str], rows: Iterable[tuple[str, int, Mapping[str, Any]]]) -> Iterator[Outcome]:
        """Write (id, version, document) under every alias and yield an outcome each; a missing alias makes no index."""
        wanted = [_action(alias, row) for row in rows for alias in aliases]
        with self._calling() as server:
            answers = streaming_bulk(
                server.options(request_timeout=BULK_SECONDS),
                wanted,
                max_chunk_bytes=BULK_BYTES,
                raise_on_error=False,
                require_alias=True,
            )
            for action, (_, answer) in zip(wanted, answers, strict=True):
                yield Outcome(action["_index"], action["_id"], answer["index"])

    def versions(self, alias: str, ids: Iterable[str], *, field: str) -> dict[str, tuple[int, bool]]:
        """Return version and whether `field` is true for each id that is there; raises NoSuchIndexError."""
        with self._calling() as server:
            docs = server.mget(index=alias, ids=list(ids), source_includes=[field]).body["docs"]
        return {doc["_id"]: (doc["_version"], bool(doc["_source"].get(field))) for doc in docs if doc.get("found")}

    def index_behind(self, alias: str) -> str:
        """Return the index an alias stands for; empty when there is none."""
        try:
            with self._calling() as server:
                return next(iter(server.indices.get_alias(name=alias).body))
        except NoSuchIndexError:
            return ""

    def indices(self, pattern: str) -> list[str]:
        """Return the names of the indices that fit a pattern."""
        with self._calling() as server:
            return sorted(server.indices.get(index=pattern, allow_no_indices=True, expand_wildcards="all").body)

    def create(self, index: str, body: Mapping[str, Any], *, alias: str) -> None:
        """Make an index that stands behind an alias; one that is there already is left as it is."""
        with self._calling() as server:
            created = server.options(ignore_status=400, request_timeout=BULK_SECONDS).indices.create(
                index=index, aliases={alias: {}}, **body
            )
            if created.meta.status == 400 and not server.indices.exists(index=index):
                raise SearchUnavailableError(str(created.body)[:500])

    def move_aliases(self, actions: list[dict[str, Any]]) -> None:
        """Change several aliases at one stroke; raises NoSuchIndexError."""
        with self._calling() as server:
            server.options(request_timeout=BULK_SECONDS).indices.update_aliases(actions=actions)

    def drop(self, index: str) -> None:
        """Remove an index; one that is not there is gone already."""
        with self._calling() as server:
            server.options(ignore_status=404, request_timeout=BULK_SECONDS).indices.delete(index=index)

    def refresh(self, alias: str) -> None:
        """Make everything written so far visible; raises NoSuchIndexError."""
        with self._calling() as server:
            server.options(request_timeout=BULK_SECONDS).indices.refresh(index=alias)

    def healthy(self) -> bool:
        """Return whether a cluster answers with all its first copies."""
        try:
            with self._calling() as server:
                health = server.options(request_timeout=HEALTH_SECONDS, max_retries=0).cluster.health()
        except (SearchUnavailableError, NoSuchIndexError):
            return False
        return health.body["status"] in {"yellow", "green"}


def _action(alias: str, row: tuple[str, int, Mapping[str, Any]]) -> dict[str, Any]:
    key, version, document = row
    return {
        "_op_type": "index",
        "_index": alias,
        "_id": key,
        "version": version,
        "version_type": "external",
        "_source": document,
    }
