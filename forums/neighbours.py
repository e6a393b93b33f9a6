"""The topics that stand around one in its forum, so that one reads on without going back to the list. One statement."""

from typing import Any

from django.db.models import Q, QuerySet

from core.viewer import Viewer
from forums.models import Topic
from forums.rows import first_unread_address, unread_in

SHOWN = 10


def neighbours(topic: Topic, viewer: Viewer) -> list[dict[str, Any]]:
    """Return the topic among at most nine others the viewer may read, the one written in last first.

    Empty when it is alone. A member also learns how much is new to her in each.
    """
    there = Topic.objects.visible_to(viewer).published().filter(forum_id=topic.forum_id)
    around = Q(pk=topic.pk) | Q(pk__in=_after(there, topic)) | Q(pk__in=_before(there, topic))
    rows = Topic.objects.filter(around).with_read_position(viewer).order_by("-last_post_at", "-pk")
    fields = ["pk", "slug", "title", "language", "last_position", "last_post_at"]
    found: list[Any] = list(rows.only(*fields))
    at = next((index for index, row in enumerate(found) if row.pk == topic.pk), 0)
    first = max(0, min(at - SHOWN // 2, len(found) - SHOWN))
    shown = found[first : first + SHOWN]
    return [_row(row, viewer, current=row.pk == topic.pk) for row in shown] if len(shown) > 1 else []


def _after(there: QuerySet[Topic], topic: Topic) -> QuerySet[Topic, Any]:
    later = Q(last_post_at__gt=topic.last_post_at) | Q(last_post_at=topic.last_post_at, pk__gt=topic.pk)
    return there.filter(later).order_by("last_post_at", "pk").values("pk")[: SHOWN - 1]


def _before(there: QuerySet[Topic], topic: Topic) -> QuerySet[Topic, Any]:
    earlier = Q(last_post_at__lt=topic.last_post_at) | Q(last_post_at=topic.last_post_at, pk__lt=topic.pk)
    return there.filter(earlier).order_by("-last_post_at", "-pk").values("pk")[: SHOWN - 1]


def _row(topic: Any, viewer: Viewer, *, current: bool) -> dict[str, Any]:
    unread = 0 if current else unread_in(topic, viewer)
    return {
        "href": first_unread_address(topic, unread=unread),
        "title": topic.title,
        "lang": topic.language,
        "unread": unread,
        "current": current,
    }
