"""Keyset pages of topics: a page starts after a row, never after a count. The order is that of the index."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from django.db.models import Q, QuerySet

from forums.models import Topic

PER_PAGE = 30
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"([<>])([01])\.(\d{1,18})\.(\d{1,18})")


@dataclass(frozen=True, kw_only=True)
class Cursor:
    """A place between two rows of a list, and whether to go on to older ones or back to newer ones."""

    backwards: bool
    pinned: bool
    at: datetime
    pk: int

    @classmethod
    def of(cls, topic: Topic, *, backwards: bool, pins: bool) -> Self:
        """Return the place beside a row."""
        return cls(backwards=backwards, pinned=pins and topic.pinned, at=topic.last_post_at, pk=topic.pk)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read it from an address; None for anything that is no cursor."""
        found = _CURSOR.fullmatch(text)
        if found is None:
            return None
        way, pinned, micros, pk = found.groups()
        try:
            at = EPOCH + timedelta(microseconds=int(micros))
        except OverflowError:
            return None
        return cls(backwards=way == "<", pinned=pinned == "1", at=at, pk=int(pk))

    def __str__(self) -> str:
        micros = (self.at - EPOCH) // timedelta(microseconds=1)
        return f"{'<' if self.backwards else '>'}{int(self.pinned)}.{micros}.{self.pk}"

    def condition(self, *, pins: bool) -> Q:
        """Return which rows stand beyond this place; with `pins`, pinned ones stand before all others."""
        if self.backwards:
            beyond = Q(last_post_at__gt=self.at) | Q(last_post_at=self.at, pk__gt=self.pk)
        else:
            beyond = Q(last_post_at__lt=self.at) | Q(last_post_at=self.at, pk__lt=self.pk)
        if not pins:
            return beyond
        same = Q(pinned=self.pinned) & beyond
        if self.pinned == self.backwards:
            return same
        return same | Q(pinned=not self.pinned)


@dataclass(frozen=True, kw_only=True)
class TopicPage:
    """The rows of one page, and the cursors that lead on; empty where there is nothing more."""

    topics: Sequence[Any]
    newer: str = ""
    older: str = ""


def topic_page(rows: QuerySet[Topic], *, at: str = "", pins: bool = False, size: int = PER_PAGE) -> TopicPage:
    """Return the page of `rows` at a cursor by one statement; an unreadable cursor is the first page."""
    cursor = Cursor.parse(at) if at else None
    order = [*(["-pinned"] if pins else []), "-last_post_at", "-pk"]
    if cursor is not None:
        rows = rows.filter(cursor.condition(pins=pins))
    if cursor is None or not cursor.backwards:
        found = list(rows.order_by(*order)[: size + 1])
        more, topics = len(found) > size, found[:size]
        has_newer, has_older = cursor is not None, more
    else:
        found = list(rows.order_by(*(name.removeprefix("-") for name in order))[: size + 1])
        more, topics = len(found) > size, found[:size][::-1]
        has_newer, has_older = more, True
    if not topics:
        return TopicPage(topics=[])
    newer = str(Cursor.of(topics[0], backwards=True, pins=pins)) if has_newer else ""
    older = str(Cursor.of(topics[-1], backwards=False, pins=pins)) if has_older else ""
    return TopicPage(topics=topics, newer=newer, older=older)
