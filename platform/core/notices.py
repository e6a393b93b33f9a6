"""What people may be told about. Apps declare it in `notices.py`; `notifications` alone decides how and when.

A notice stores its code, references and names of nothing: its words are templates, filled in when they are read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from core.kinds import Kind
from core.outbox.events import Event

Reference = tuple[str, int]
Address = Callable[[Kind, Any], str]
Tell = Callable[[Any], "Told | Iterable[Told] | None"]


class ByMail(StrEnum):
    """When a notice is mailed at once.

    `level`: as its reader follows the place; `news`: unless she wants no mail; `service`: it answers what she did
    herself or is her duty, so only she can switch it off; `never`.
    """

    LEVEL = "level"
    NEWS = "news"
    SERVICE = "service"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one event says, and to whom. The actor is never told about herself.

    `item` is what it is about and leads to; `about` (default: the item) gives the title and keeps notices of one thing
    together. `places` are what it can be followed through, the nearest first: the nearest choice of a person counts.
    `facts` are words of people, such as a reason; they are shown as they are.
    """

    item: Reference
    about: Reference | None = None
    actor_id: int | None = None
    people: tuple[int, ...] = ()
    places: tuple[Reference, ...] = ()
    rules: tuple[str, ...] = ()
    administrators: bool = False
    key: str = ""
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One thing people may be told. `code` is stored and never changes.

    `tell(event)` re-reads the state and returns what to tell (several when readers are told of different items), or
    None when there is nothing (any more). `text` and
    `many` (several unread: then they stand in one line) are translatable templates with %(actor)s, %(title)s and
    %(count)d. Of several notices of one event a person gets the one with the lowest `order`. `near_only` keeps
    what happens all the time off the list of who follows only a wider place in the overview. `news` is about something
    new in a place, not about anything said to her: pages that show the new things themselves leave it out.
    """

    code: str
    events: tuple[type[Event], ...]
    tell: Tell
    name: Any
    text: Any
    many: Any = None
    by_mail: ByMail = ByMail.LEVEL
    order: int = 50
    near_only: bool = False
    news: bool = False
    address: Address | None = None


_notices: dict[str, Notice] = {}


def register_notices(notices: Iterable[Notice]) -> None:
    """Add notices; the same code again replaces it."""
    for notice in notices:
        _notices[notice.code] = notice


def get_notice(code: str) -> Notice | None:
    """Return the notice with this code; None when the app that had it is gone."""
    return _notices.get(code)


def all_notices() -> list[Notice]:
    """Return every notice in the order in which settings show them."""
    return sorted(_notices.values(), key=lambda notice: (notice.order, notice.code))


def notices_of(event: str) -> list[Notice]:
    """Return the notices of an event, the one that wins first."""
    return [notice for notice in all_notices() if any(cause.name == event for cause in notice.events)]


def telling_events() -> list[type[Event]]:
    """Return every event somebody may be told about."""
    return list(dict.fromkeys(event for notice in all_notices() for event in notice.events))
