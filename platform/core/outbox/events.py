"""Base of all events: frozen dataclasses in the past tense that carry ids only. Names are stored and never change."""

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Self

_events: dict[str, type["Event"]] = {}


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened. Subclasses set `name`, such as `forums.post_created`.

    `event_id` is its row; None for one that was not read from a row.
    """

    name: ClassVar[str]
    event_id: ClassVar[int | None] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "name" in cls.__dict__:
            _events[cls.name] = cls

    def payload(self) -> dict[str, Any]:
        """Return its fields as JSON."""
        return asdict(self)

    @classmethod
    def from_payload(cls, payload: dict[str, Any], *, event_id: int | None = None) -> Self:
        """Build it from a stored payload; fields unknown to this version are left out."""
        known = {f.name for f in fields(cls)}
        event = cls(**{key: value for key, value in payload.items() if key in known})
        object.__setattr__(event, "event_id", event_id)
        return event


def registered_events() -> dict[str, type[Event]]:
    """Return every event class by its name."""
    return dict(sorted(_events.items()))


def event_class(name: str) -> type[Event]:
    """Return the class of a stored name; raises KeyError when the app that had it is gone."""
    return _events[name]
