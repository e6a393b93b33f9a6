"""What happens to platforms and their people."""

from dataclasses import dataclass
from typing import ClassVar

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class PlatformCreated(Event):
    """A platform was made; forums opens its two forums on this."""

    name: ClassVar[str] = "platforms.platform_created"
    platform_id: int


@dataclass(frozen=True, kw_only=True)
class PlatformChanged(Event):
    """Name, text, territories, areas, visibility or state of a platform changed."""

    name: ClassVar[str] = "platforms.platform_changed"
    platform_id: int


@dataclass(frozen=True, kw_only=True)
class JoinRequested(Event):
    """Somebody asked to join; coordinators are told."""

    name: ClassVar[str] = "platforms.join_requested"
    membership_id: int


@dataclass(frozen=True, kw_only=True)
class MemberJoined(Event):
    """Somebody became a member, by herself or because a coordinator agreed (`by_id`)."""

    name: ClassVar[str] = "platforms.member_joined"
    membership_id: int
    by_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class JoinRefused(Event):
    """A coordinator refused a request, with a reason."""

    name: ClassVar[str] = "platforms.join_refused"
    membership_id: int
    by_id: int


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Event):
    """Somebody left or was removed."""

    name: ClassVar[str] = "platforms.member_left"
    membership_id: int


@dataclass(frozen=True, kw_only=True)
class RoleChanged(Event):
    """A member has another role."""

    name: ClassVar[str] = "platforms.role_changed"
    membership_id: int
    by_id: int
