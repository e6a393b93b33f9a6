"""The engine for production: Elasticsearch 8, one index a generation behind two aliases.

`<prefix>-items-<schema>` is searched; the same with `-building` exists only during a rebuild. Every write goes to
both. A release with another schema starts its own index, so an older release beside it goes on with the old one.
"""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from core.changes import Reference
from search.analysis import typo_candidates
from search.client import Client, NoSuchIndexError, Outcome
from search.documents import Document
from search.engines.base import (
    FACETS,
    FARTHEST,
    SCHEMA,
    Engine,
    GenerationLostError,
    Gone,
    Group,
    Hits,
    Question,
    SearchUnavailableError,
)
from search.engines.elastic_index import INDEX, Row, key_of, mark_of, reference_of, row_of
from search.engines.elastic_query import search_body, similar_body


class ElasticEngine(Engine):
    """See the module."""

    def __init__(self, url: str, *, prefix: str) -> None:
        self.client = Client(url)
        self.live = f"{prefix}-items-{SCHEMA}"
        self.building = f"{self.live}-building"

    def write(
        self, documents: Iterable[Document], gone: Iterable[Gone] = (), *, generation: str = ""
    ) -> dict[Reference, str]:
        """See Engine."""
        rows = [*map(row_of, documents), *map(mark_of, gone)]
        if not rows:
            return {}
        if generation:
            return self._write_building(rows, generation)
        outcomes = self._put(self._targets(), rows)
        if any(outcome.alias_missing and outcome.alias == self.live for outcome in outcomes):
            self._ensure()
            outcomes = self._put([self.live], rows)
        return _refused(outcomes)

    def _targets(self) -> list[str]:
        return [self.live, self.building] if self.client.index_behind(self.building) else [self.live]

    def _write_building(self, rows: list[Row], generation: str) -> dict[Reference, str]:
        if self.client.index_behind(self.building) != generation:
            raise GenerationLostError(generation)
        outcomes = self._put([self.building], rows)
        if any(outcome.alias_missing for outcome in outcomes):
            raise GenerationLostError(generation)
        return _refused(outcomes)

    def _put(self, aliases: list[str], rows: list[Row]) -> list[Outcome]:
        outcomes = list(self.client.put(aliases, rows))
        busy = next((outcome for outcome in outcomes if outcome.overloaded), None)
        if busy is not None:
            raise SearchUnavailableError(busy.error)
        return outcomes

    def _ensure(self) -> None:
        """Make the first generation; two processes that do it at once make the same one."""
        if not self.client.index_behind(self.live):
            self.client.create(f"{self.live}-first", INDEX, alias=self.live)

    def find(self, question: Question) -> Hits:
        """See Engine."""
        if not question.words or question.start >= FARTHEST:
            return Hits()
        try:
            answer = self.client.search(self.live, search_body(question))
        except NoSuchIndexError:
            return Hits()
        told = answer["aggregations"]
        facets = {facet: _counts(told["chosen"][facet]) for facet in FACETS}
        groups = tuple(map(_group, answer["hits"]["hits"]))
        return Hits(groups=groups, counts=_counts(told["kinds"]), facets={k: v for k, v in facets.items() if v})

    def similar(self, word: str) -> list[str]:
        """See Engine."""
        if not word:
            return []
        try:
            answer = self.client.search(self.live, similar_body(word))
        except NoSuchIndexError:
            return []
        near = (option["text"] for entry in answer["suggest"]["near"] for option in entry["options"])
        return typo_candidates(word, near)

    def versions(self, kind: str, ids: Sequence[int]) -> dict[int, int]:
        """See Engine."""
        if not ids:
            return {}
        try:
            found = self.client.versions(self.live, [key_of(kind, pk) for pk in ids], field="gone")
        except NoSuchIndexError:
            return {}
        return {reference_of(key)[1]: version for key, (version, gone) in found.items() if not gone}

    def begin(self) -> str:
        """See Engine."""
        self._ensure()
        left_behind = self.client.index_behind(self.building)
        if left_behind:
            self.client.drop(left_behind)
        generation = f"{self.live}-{uuid.uuid4().hex[:12]}"
        self.client.create(generation, INDEX, alias=self.building)
        return generation

    def finish(self, generation: str) -> None:
        """See Engine."""
        old = self.client.index_behind(self.live)
        try:
            self.client.refresh(generation)
            self.client.move_aliases(
                [
                    {"remove": {"index": generation, "alias": self.building, "must_exist": True}},
                    {"remove": {"index": old, "alias": self.live, "must_exist": True}},
                    {"add": {"index": generation, "alias": self.live}},
                ]
            )
        except NoSuchIndexError as error:
            raise GenerationLostError(generation) from error
        self.client.drop(old)

    def healthy(self) -> bool:
        """See Engine."""
        return self.client.healthy()

    def settle(self) -> None:
        """See Engine."""
        self._ensure()
        self.client.refresh(self.live)


def _counts(told: dict[str, Any]) -> dict[str, int]:
    return {str(row["key"]): int(row["groups"]["value"]) for row in told["buckets"]}


def _refused(outcomes: Iterable[Outcome]) -> dict[Reference, str]:
    return {reference_of(outcome.key): outcome.error for outcome in outcomes if outcome.refused}


def _group(hit: dict[str, Any]) -> Group:
    kind, pk = reference_of(hit["fields"]["group"][0])
    found = hit["inner_hits"]["hits"]["hits"]
    hits = tuple((row["_source"]["kind"], int(row["_source"]["object_id"])) for row in found["hits"])
    return Group(kind, pk, hits, int(found["total"]["value"]))
