"""Reactions to events. What apps declare in `core.notices` and `core.releases` is registered here, event by event."""

from core.notices import telling_events
from core.outbox import handler
from core.releases import releasing_events
from notifications.releasing import release
from notifications.telling import tell


def register_declared() -> None:
    """Register one handler per declared event; called when every app has declared."""
    for event in telling_events():
        handler(event, name=f"notifications.tell:{event.name}")(tell)
    for event in releasing_events():
        handler(event, name=f"notifications.release:{event.name}")(release)
