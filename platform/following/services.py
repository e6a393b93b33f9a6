"""Choosing a level, and asking who follows what."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from core.kinds import get_kind
from core.outbox import publish
from core.viewer import viewer_for
from following.events import LevelChanged
from following.models import Follow, FollowLevel


class NotFollowable(LookupError):  # noqa: N818  a refusal, not a fault
    """The item is not there for this person, or its kind cannot be followed."""


@transaction.atomic
def set_level(*, by: Any, kind: str, object_id: int, level: str) -> bool:
    """Store the level at which `by` follows the item; return whether it differs from before.

    `none` is stored too, so that one topic can be muted on a platform that is followed.

    Raises NotFollowable for what she may not see or nobody can follow (leaving is always possible), and
    ValueError for a word that is no level.
    """
    if level not in FollowLevel.values:
        raise ValueError(f"{level!r} is no level")
    row = Follow.objects.select_for_update().filter(person=by, kind=kind, object_id=object_id).first()
    if row is not None and row.level == level:
        return False
    if (row is None or level != FollowLevel.NONE) and not can_follow(by, kind=kind, object_id=object_id):
        if level == FollowLevel.NONE:
            return False
        raise NotFollowable(f"{kind} {object_id}")
    Follow.objects.update_or_create(
        person=by, kind=kind, object_id=object_id, defaults={"level": level, "changed_at": timezone.now()}
    )
    publish(LevelChanged(person_id=by.pk, kind=kind, object_id=object_id))
    return True


@transaction.atomic
def follow_by_default(*, by: Any, kind: str, object_id: int, level: str = FollowLevel.OVERVIEW) -> bool:
    """Follow on a person's behalf (she joined, she wrote) unless she once chose a level; return whether it did."""
    if Follow.objects.filter(person=by, kind=kind, object_id=object_id).exists():
        return False
    return set_level(by=by, kind=kind, object_id=object_id, level=level)


def can_follow(person: Any, *, kind: str, object_id: int) -> bool:
    """Return whether the kind can be followed and the item is there for the person."""
    try:
        found = get_kind(kind)
    except KeyError:
        return False
    return found.followable and found.visible_to(viewer_for(person)).filter(pk=object_id).exists()


def level_for(person_id: int | None, *, kind: str, object_id: int) -> str:
    """Return the level at which somebody follows an item; `none` for a visitor."""
    return levels_for(person_id, kind=kind, object_ids=[object_id]).get(object_id, FollowLevel.NONE.value)


def levels_for(person_id: int | None, *, kind: str, object_ids: Iterable[int]) -> dict[int, str]:
    """Return the levels of a page of items by one statement; what is not followed is not in it."""
    if person_id is None:
        return {}
    rows = Follow.objects.filter(person_id=person_id, kind=kind, object_id__in=list(object_ids))
    return dict(rows.exclude(level=FollowLevel.NONE).values_list("object_id", "level"))


def followers_of(kind: str, object_ids: Iterable[int], *, level: str | None = None) -> QuerySet[Follow]:
    """Return the follows of any of the items by active people; of one level, or of both that mean something."""
    rows = Follow.objects.filter(kind=kind, object_id__in=list(object_ids), person__state="active")
    return rows.filter(level=level) if level else rows.exclude(level=FollowLevel.NONE)


def followed_by(person_id: int) -> QuerySet[Follow]:
    """Return what somebody follows, the latest choice first."""
    return Follow.objects.filter(person_id=person_id).exclude(level=FollowLevel.NONE).order_by("-changed_at", "-pk")
