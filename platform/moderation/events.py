"""What happens in moderation."""

from dataclasses import dataclass
from typing import ClassVar

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class ItemReported(Event):
    """Somebody reported an item; its moderators are told."""

    name: ClassVar[str] = "moderation.item_reported"
    report_id: int


@dataclass(frozen=True, kw_only=True)
class ItemModerated(Event):
    """A moderator hid or restored an item; its author is told once, with the reason."""

    name: ClassVar[str] = "moderation.item_moderated"
    act_id: int
