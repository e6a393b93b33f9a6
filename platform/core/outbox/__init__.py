"""What happened: `publish` writes it in the transaction of its cause, handlers react later."""

from core.outbox.events import Event, registered_events
from core.outbox.publish import publish
from core.outbox.registry import handler, handlers_of, registered_handlers, subscribe

__all__ = ["Event", "handler", "handlers_of", "publish", "registered_events", "registered_handlers", "subscribe"]
