"""Reactions to platforms: a new one gets its two forums, one that closes itself takes its forums with it."""

from core.outbox import handler
from forums.services import narrow_forums, open_first_forums
from platforms.events import PlatformChanged, PlatformCreated
from platforms.models import Platform


@handler(PlatformCreated, name="forums.on_platform_created")
def on_platform_created(event: PlatformCreated) -> None:
    """Open the first two forums; nothing happens when they are there."""
    platform = Platform.objects.select_related("author").filter(pk=event.platform_id).first()
    if platform is not None:
        open_first_forums(platform, by=platform.author)


@handler(PlatformChanged, name="forums.on_platform_changed")
def on_platform_changed(event: PlatformChanged) -> None:
    """Narrow the forums that are more open than their platform."""
    platform = Platform.objects.filter(pk=event.platform_id).first()
    if platform is not None:
        narrow_forums(platform)
