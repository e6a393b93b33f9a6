"""The platforms a member moves between, for the head of every page. Nobody else's platform ever stands among them.

Their names are kept until the site's epoch rises, the counts for a minute: a page that was shown before asks nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import get_language

from core.site import settings_of
from core.viewer import Viewer
from platforms.models import Platform

SHOWN: Final = 40
KEPT_SECONDS: Final = 3600
COUNTED_SECONDS: Final = 60

Count = Callable[[Viewer], dict[int, int]]
_counts: list[Count] = []


@dataclass(frozen=True, kw_only=True)
class Place:
    """One line of the menu; `unread` is how many topics there have something new for her."""

    pk: int
    name: str
    href: str
    unread: int = 0


def register_unread(count: Count) -> None:
    """Let an app say how much of it is unread on each platform (platform id → count), by one statement."""
    if count not in _counts:
        _counts.append(count)


def places_of(request: Any) -> list[Place]:
    """Return the platforms of the person who asks, by name, read once for this request; none for a visitor."""
    places: list[Place] | None = getattr(request, "platform_places", None)
    if places is None:
        viewer = request.viewer
        named = _named(request, viewer) if viewer.is_member else []
        unread = unread_of(viewer) if named else {}
        places = [replace(place, unread=unread.get(place.pk, 0)) for place in named]
        request.platform_places = places
    return places


def unread_of(viewer: Viewer) -> dict[int, int]:
    """Return how much is unread on each platform; at most a minute old, and never older than her own reading."""
    key = _unread_key(viewer.person_id)
    kept: dict[int, int] | None = cache.get(key)
    return count_unread(viewer) if kept is None else kept


def count_unread(viewer: Viewer) -> dict[int, int]:
    """Count anew, and keep it for the next pages."""
    total: dict[int, int] = {}
    for count in _counts:
        for platform_id, number in count(viewer).items():
            total[platform_id] = total.get(platform_id, 0) + number
    cache.set(_unread_key(viewer.person_id), total, COUNTED_SECONDS)
    return total


def forget_unread(person_id: int) -> None:
    """Have it counted anew on her next page, once this transaction is through."""
    transaction.on_commit(partial(cache.delete, _unread_key(person_id)))


def _unread_key(person_id: int | None) -> str:
    return f"platforms:unread:{person_id}"


def _named(request: Any, viewer: Viewer) -> list[Place]:
    if viewer.is_admin:  # her rules do not tell where she belongs
        return _read(viewer)
    own = sorted(rule for rule in viewer.audiences if rule.startswith("platform:") and rule.count(":") == 1)
    if not own:
        return []
    key = f"platforms:mine:{get_language()}:{settings_of(request).epoch}:{','.join(own).replace('platform:', '')}"
    kept: list[Place] | None = cache.get(key)
    if kept is None:
        kept = _read(viewer)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _read(viewer: Viewer) -> list[Place]:
    rows = Platform.objects.visible_to(viewer).published().joined_by(viewer).only("slug", "names", "sort_name")
    return [Place(pk=row.pk, name=row.name, href=row.get_absolute_url()) for row in rows[:SHOWN]]
