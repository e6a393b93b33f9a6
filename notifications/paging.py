"""Keyset pages of a person's list: a page starts after a line, never after a count."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

PER_PAGE = 30
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"(\d{1,17})\.(\d{1,18})")


@dataclass(frozen=True, kw_only=True)
class ListPage:
    """The rows of one page and the cursor of the older ones; "" when there are none."""

    rows: list[Any]
    older: str = ""


def list_page(rows: QuerySet[Any], *, before: str = "", size: int = PER_PAGE) -> ListPage:
    """Return the page of lines older than the cursor by one statement; an unreadable cursor is the first page."""
    place = _parse(before)
    if place is not None:
        at, pk = place
        rows = rows.filter(Q(updated_at__lt=at) | Q(updated_at=at, pk__lt=pk))
    found = list(rows.order_by("-updated_at", "-pk")[: size + 1])
    shown = found[:size]
    return ListPage(rows=shown, older=_cursor(shown[-1]) if len(found) > size else "")


def _cursor(row: Any) -> str:
    return f"{(row.updated_at - EPOCH) // timedelta(microseconds=1)}.{row.pk}"


def _parse(text: str) -> tuple[datetime, int] | None:
    found = _CURSOR.fullmatch(text)
    return (EPOCH + timedelta(microseconds=int(found[1])), int(found[2])) if found else None
