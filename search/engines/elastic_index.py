"""How Elasticsearch stores a document: a strict mapping, tokens as they come, nothing analysed or guessed there."""

from typing import Any

from search.documents import Document
from search.engines.base import Gone

TOKENS = {"type": "text", "analyzer": "whitespace"}
KEYWORD = {"type": "keyword", "ignore_above": 1024}
INDEX: dict[str, Any] = {
    "settings": {
        "number_of_shards": 1,  # one shard weighs rare words alike for everybody; a replica shares the reading
        "auto_expand_replicas": "0-1",
        "refresh_interval": "1s",
    },
    "mappings": {
        "dynamic": "strict",
        "_source": {"includes": ["kind", "object_id", "gone"]},
        "properties": {
            "kind": KEYWORD,
            "object_id": {"type": "long"},
            "gone": {"type": "boolean"},
            "group": KEYWORD,
            "group_kind": KEYWORD,
            "title": TOKENS,
            "body": TOKENS,
            "words": TOKENS,
            "concepts": TOKENS,
            "context": TOKENS,
            "languages": KEYWORD,
            "audience": KEYWORD,
            "platform_id": {"type": "long"},
            "areas": KEYWORD,
            "territories": KEYWORD,
            "year": {"type": "integer"},
            "weight": {"type": "float"},
            "day": {"type": "date", "format": "strict_date"},
        },
    },
}

Row = tuple[str, int, dict[str, Any]]


def key_of(kind: str, pk: int) -> str:
    """Return the id of an item's document."""
    return f"{kind}:{pk}"


def reference_of(key: str) -> tuple[str, int]:
    """Return the item of an id."""
    kind, _, pk = key.rpartition(":")
    return kind, int(pk)


def row_of(document: Document) -> Row:
    """Return id, version and fields of a document."""
    day = document.day
    fields = {
        "kind": document.kind,
        "object_id": document.object_id,
        "gone": False,
        "group": key_of(*document.group),
        "group_kind": document.group[0],
        "title": document.title,
        "body": document.body,
        "words": document.words,
        "concepts": document.concepts,
        "context": document.context,
        "languages": list(document.languages),
        "audience": document.audience,
        "platform_id": document.platform_id,
        "areas": list(document.areas),
        "territories": list(document.territories),
        "year": day.year if day else None,
        "day": day.isoformat() if day else None,
        "weight": document.weight,
    }
    return key_of(document.kind, document.object_id), document.version, fields


def mark_of(gone: Gone) -> Row:
    """Return what stands for an item not to be found: it has no audience, but a version that refuses late writes."""
    fields = {"kind": gone.kind, "object_id": gone.object_id, "gone": True}
    return key_of(gone.kind, gone.object_id), gone.version, fields
