"""Writes when an item became readable to an audience, once each; what came back is released anew while fresh."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from core.kinds import Kind, get_kind
from core.outbox import Event
from core.releases import Readable, sources_of
from notifications.models import Release

ARCHIVE_AGE = timedelta(days=30)
BACK_WHILE_FRESH = timedelta(days=31)


def release(event: Event) -> None:
    """Release what the event made readable, as it is now."""
    for source in sources_of(event.name):
        for readable in source.items(event):
            _release(readable)


def _release(readable: Readable) -> None:
    kind = get_kind(readable.item[0])
    item = kind.queryset().filter(pk=readable.item[1]).first()
    if item is None or not kind.is_published(item):
        return
    row, created = Release.objects.get_or_create(
        item_kind=kind.code,
        item_id=item.pk,
        audience_id=kind.audience(item),
        defaults=_facts(kind, item, readable),
    )
    now = timezone.now()
    if not created and readable.again and now - row.released_at < BACK_WHILE_FRESH:
        Release.objects.filter(pk=row.pk).update(released_at=now)


def _facts(kind: Kind, item: Any, readable: Readable) -> dict[str, Any]:
    group_kind, group_id = kind.group(item)
    return {
        "group_kind": group_kind,
        "group_id": group_id,
        "language": kind.language(item),
        "areas": kind.area_codes(item),
        "territories": kind.territory_codes(item),
        "platform_id": kind.platform_id(item),
        "places": [list(place) for place in readable.places],
        "author_id": kind.author_id(item),
        "released_at": _released_at(item),
    }


def _released_at(item: Any) -> datetime:
    """Return now, also for what waited for a broken queue; what was imported with an old date is no news."""
    now = timezone.now()
    written = written_at(item)
    return written if written and now - written > ARCHIVE_AGE else now


def written_at(item: Any) -> datetime | None:
    """Return when an item first appeared, as far as its kind says."""
    at: datetime | None = getattr(item, "created_at", None) or getattr(item, "first_published_at", None)
    return at
