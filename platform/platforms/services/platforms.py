"""Making and changing platforms. Widening a platform publishes only what is written afterwards."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.audiences import PUBLIC, SITE
from core.outbox import publish
from core.site import raise_epoch
from core.states import State
from platforms.events import PlatformChanged, PlatformCreated
from platforms.models import Platform, Visibility
from platforms.permissions import members_rule
from platforms.services.access import make_audiences, refresh_access
from platforms.services.joining import join
from platforms.services.roles import role_named


def audience_of(platform: Platform) -> str:
    """Return the rule of who sees that the platform exists."""
    if platform.visibility == Visibility.HIDDEN:
        return members_rule(platform.pk)
    return SITE if platform.visibility == Visibility.LISTED else PUBLIC


@transaction.atomic
def create_platform(*, by: Any, territories: Iterable[Any] = (), areas: Iterable[Any] = (), **fields: Any) -> Platform:
    """Make a platform whose first coordinator is `by`; its two forums open on the event. Returns it."""
    platform = Platform.objects.create(author=by, audience_id=PUBLIC, **fields)
    make_audiences(platform.pk)
    platform.audience_id = audience_of(platform)
    platform.save(update_fields=["audience"])
    platform.territories.set(territories)
    platform.areas.set(areas)
    join(platform, by=by, role=role_named("coordinator"), invited=True)
    raise_epoch()
    publish(PlatformCreated(platform_id=platform.pk))
    return platform


@transaction.atomic
def change_platform(
    platform: Platform,
    *,
    by: Any,
    fields: Mapping[str, Any],
    territories: Iterable[Any],
    areas: Iterable[Any],
) -> bool:
    """Set fields, territories and areas; its own audience follows its visibility. Returns True."""
    for name, value in fields.items():
        setattr(platform, name, value)
    platform.audience_id = audience_of(platform)
    platform.version += 1
    platform.updated_at = timezone.now()
    platform.save()
    platform.territories.set(territories)
    platform.areas.set(areas)
    raise_epoch()
    publish(PlatformChanged(platform_id=platform.pk))
    return True


@transaction.atomic
def set_platform_state(platform: Platform, *, by: Any, state: State) -> bool:
    """Hide or show a platform; return whether that changed anything."""
    changed = (
        Platform.objects.filter(pk=platform.pk)
        .exclude(state=state)
        .update(state=state, version=platform.version + 1, updated_at=timezone.now())
    )
    if changed:
        refresh_access(platform.pk)
        raise_epoch()
        publish(PlatformChanged(platform_id=platform.pk))
    return bool(changed)
