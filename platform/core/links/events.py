"""What happens to links."""

from dataclasses import dataclass
from typing import ClassVar

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class LinkProposed(Event):
    """Somebody who answers for neither end proposed a link."""

    name: ClassVar[str] = "core.link_proposed"
    link_id: int


@dataclass(frozen=True, kw_only=True)
class LinkConfirmed(Event):
    """A link is shown to everybody who sees both its ends."""

    name: ClassVar[str] = "core.link_confirmed"
    link_id: int


@dataclass(frozen=True, kw_only=True)
class LinkRemoved(Event):
    """A link is not shown any more."""

    name: ClassVar[str] = "core.link_removed"
    link_id: int
