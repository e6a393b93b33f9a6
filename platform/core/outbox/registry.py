"""Who reacts to which event. Handler names are stored in deliveries, so they never change."""

from collections.abc import Callable
from typing import Any

from core.outbox.events import Event

Handler = Callable[[Any], None]
_handlers: dict[str, tuple[str, Handler]] = {}


def handler(event: type[Event], *, name: str) -> Callable[[Handler], Handler]:
    """Register a function `(event) -> None` under a stored name, such as `search.on_post_created`.

    It runs in a transaction of its own, re-reads the state it acts on, and makes no network call.
    """

    def register(function: Handler) -> Handler:
        _handlers[name] = (event.name, function)
        return function

    return register


def subscribe(event_name: str, *, name: str, function: Handler) -> None:
    """Register a function under a stored name for an event known by its name only: no import of the app it is from."""
    _handlers[name] = (event_name, function)


def handlers_of(event_name: str) -> list[str]:
    """Return the names of the handlers of an event."""
    return sorted(name for name, (event, _) in _handlers.items() if event == event_name)


def handler_function(name: str) -> Handler:
    """Return a handler by its stored name; raises KeyError when it is gone."""
    return _handlers[name][1]


def registered_handlers() -> dict[str, str]:
    """Return handler name to event name, for the documentation and its test."""
    return {name: event for name, (event, _) in sorted(_handlers.items())}
