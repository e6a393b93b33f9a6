"""Reacts to every event that changes an item: asks for it to be synced. It reads no item and calls no engine."""

from core.changes import changed_items, changing_events
from core.outbox import Event, subscribe
from search.queue import mark


def on_changed(event: Event) -> None:
    """Put the items an event changed into the queue."""
    mark(changed_items(event))


def subscribe_to_changes() -> None:
    """Subscribe to all declared events; the names are stored, so their form never changes."""
    for name in changing_events():
        subscribe(name, name=f"search.on:{name}", function=on_changed)
