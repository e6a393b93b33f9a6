"""A page's place in the handbook: the tree to find one's way in, what comes before it and after it."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from cms.models import BasePage
from cms.services.addresses import address_of
from cms.services.looks import look_of
from core.site import settings_of

ROOT_DEPTH = 3
PART_DEPTH = 4
KEPT_SECONDS = 24 * 3600
FIELDS = (
    "pk",
    "path",
    "depth",
    "title",
    "summary",
    "url_path",
    "audience_id",
    "locale__language_code",
    "content_type__model",
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """The root, parts with their pages; the page before and the page after in the order of reading."""

    root: dict[str, Any] | None = None

    parts: list[dict[str, Any]] = field(default_factory=list)
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    pages: list[dict[str, Any]] = field(default_factory=list)


def place_in_tree(page: Any, *, request: Any) -> Place:
    """Return the place of a handbook page, with nothing in it that the viewer may not read; empty for other kinds."""
    if page.kind_code != "handbook" or len(page.path) < ROOT_DEPTH * page.steplen:
        return Place()
    rows = [row for row in _rows(page, request=request) if request.viewer.satisfies(row["audience"])]
    reading = [row for row in rows if row["depth"] >= ROOT_DEPTH]
    index = next((number for number, row in enumerate(reading) if row["pk"] == page.pk), None)
    around = reading if index is not None else []
    return Place(
        root=next((row for row in rows if row["depth"] == ROOT_DEPTH), None),
        parts=_parts(rows, current=page.pk),
        before=around[index - 1] if around and index else None,
        after=around[index + 1] if around and index is not None and index + 1 < len(around) else None,
        pages=[row for row in rows if row["path"].startswith(page.path) and row["depth"] == page.depth + 1],
    )


def _rows(page: Any, *, request: Any) -> list[dict[str, Any]]:
    """Return every live page of the handbook in the order of the tree, kept until the epoch rises."""
    root = page.path[: ROOT_DEPTH * page.steplen]
    key = f"cms:tree:{root}:{get_language()}:{settings_of(request).epoch}"
    kept: list[dict[str, Any]] | None = cache.get(key)
    if kept is None:
        kept = _read(root)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _read(root: str) -> list[dict[str, Any]]:
    interface = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    rows = BasePage.objects.filter(path__startswith=root, live=True).order_by("path").values(*FIELDS)
    return [
        {
            "pk": row["pk"],
            "path": row["path"],
            "depth": row["depth"],
            "title": row["title"],
            "summary": row["summary"],
            "href": address_of(row["url_path"], language=interface),
            "lang": row["locale__language_code"],
            "audience": row["audience_id"],
            "type": row["content_type__model"],
            "kind": look_of(row["content_type__model"]),
            "is_part": row["depth"] == PART_DEPTH,
        }
        for row in rows
    ]


def _parts(rows: list[dict[str, Any]], *, current: int) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = []
    for row in rows:
        entry = {**row, "current": row["pk"] == current}
        if row["depth"] == PART_DEPTH:
            parts.append({**entry, "pages": [], "open": entry["current"]})
        elif row["depth"] > PART_DEPTH and parts and row["path"].startswith(parts[-1]["path"]):
            parts[-1]["pages"].append(entry)
            parts[-1]["open"] |= entry["current"]
    return parts
