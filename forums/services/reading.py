"""Read marks: how far a person has read. A mark only ever moves forward."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from forums.models import ReadMark, Topic
from platforms.switcher import forget_unread


@transaction.atomic
def mark_read(topic: Topic, *, by: Any, position: int) -> bool:
    """Note that everything up to a position was on her screen; return whether the mark moved."""
    position = min(position, topic.last_position)
    forget_unread(by.pk)
    rows = ReadMark.objects.filter(topic=topic, person=by)
    now = timezone.now()
    if rows.filter(position__lt=position).update(position=position, updated_at=now):
        return True
    _, created = ReadMark.objects.get_or_create(
        topic=topic, person=by, defaults={"position": position, "updated_at": now}
    )
    return created


def advance_own(topic: Topic, *, by: Any, position: int) -> None:
    """After writing the post at `position`: who had read all before it, or never had a mark, has read all now."""
    moved = ReadMark.objects.filter(topic=topic, person=by, position=position - 1).update(position=position)
    if not moved:
        ReadMark.objects.get_or_create(topic=topic, person=by, defaults={"position": position})
