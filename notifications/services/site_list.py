"""A person's list on the site: putting lines on it, marking them read. The badge is kept in step here alone."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from notifications.models import Notification


@transaction.atomic
def put_on_list(telling: Any, *, people: list[int]) -> None:
    """Give people a line, or one more in the unread line they have; who had this very event gets nothing."""
    people = _lock(people)
    rows = Notification.objects.filter(person_id__in=people, key=telling.key)
    had = set(rows.values_list("person_id", flat=True))
    people = [pk for pk in people if pk not in had]
    if telling.notice.many is not None:
        people = _raise(telling, people)
    Notification.objects.bulk_create([_line(telling, pk) for pk in people], ignore_conflicts=True)
    recount_unread(people)


@transaction.atomic
def mark_read(person_id: int, *, pk: int) -> Notification | None:
    """Mark one line of a person as read and return it; None when it is not hers."""
    _lock([person_id])
    row = Notification.objects.filter(pk=pk, person_id=person_id).first()
    if row is not None and row.read_at is None:
        row.read_at = timezone.now()
        row.save(update_fields=["read_at"])
        recount_unread([person_id])
    return row


@transaction.atomic
def mark_all_read(person_id: int, *, up_to: int | None = None) -> int:
    """Mark a person's lines as read (those she was shown: ids up to `up_to`); return how many were not."""
    _lock([person_id])
    rows = Notification.objects.filter(person_id=person_id, read_at__isnull=True)
    if up_to is not None:
        rows = rows.filter(pk__lte=up_to)
    changed = rows.update(read_at=timezone.now())
    if changed:
        recount_unread([person_id])
    return changed


def recount_unread(people: Iterable[int]) -> None:
    """Make the badge of each person equal to her unread lines."""
    unread = Notification.objects.filter(person_id=OuterRef("pk"), read_at__isnull=True)
    counted = unread.order_by().values("person_id").annotate(number=Count("pk")).values("number")
    users = get_user_model()._default_manager.filter(pk__in=list(people))
    users.update(unread_count=Coalesce(Subquery(counted), 0))


def _lock(people: list[int]) -> list[int]:
    """Let one writer at a time touch these lists; always in the same order, so that two never wait for each other."""
    users = get_user_model()._default_manager.filter(pk__in=people).order_by("pk")
    return list(users.select_for_update(no_key=True).values_list("pk", flat=True))


def _raise(telling: Any, people: list[int]) -> list[int]:
    """Count the event in the unread lines about the same thing; return who has no such line."""
    kind, pk = telling.about
    rows = Notification.objects.filter(person_id__in=people, grouped=True, read_at__isnull=True)
    rows = rows.filter(notice=telling.notice.code, about_kind=kind, about_id=pk)
    have = dict(rows.values_list("pk", "person_id"))
    told = telling.told
    Notification.objects.filter(pk__in=list(have)).update(
        count=F("count") + 1, actor_id=told.actor_id, facts=told.facts, updated_at=timezone.now()
    )
    having = set(have.values())
    return [person for person in people if person not in having]


def _line(telling: Any, person_id: int) -> Notification:
    told = telling.told
    return Notification(
        person_id=person_id,
        notice=telling.notice.code,
        item_kind=told.item[0],
        item_id=told.item[1],
        about_kind=telling.about[0],
        about_id=telling.about[1],
        actor_id=told.actor_id,
        facts=told.facts,
        key=telling.key,
        grouped=telling.notice.many is not None,
    )
