"""What happens in forums. Ids only; handlers re-read the state they act on."""

from dataclasses import dataclass
from typing import ClassVar

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class ForumOpened(Event):
    """A forum stands on a platform."""

    name: ClassVar[str] = "forums.forum_opened"
    forum_id: int


@dataclass(frozen=True, kw_only=True)
class ForumChanged(Event):
    """Name, purpose, readers or rights of a forum changed."""

    name: ClassVar[str] = "forums.forum_changed"
    forum_id: int


@dataclass(frozen=True, kw_only=True)
class TopicStarted(Event):
    """A topic was started; its first post is published with it (no `PostCreated` of its own)."""

    name: ClassVar[str] = "forums.topic_started"
    topic_id: int
    post_id: int


@dataclass(frozen=True, kw_only=True)
class TopicChanged(Event):
    """Title, language, areas, gist, pin or lock of a topic changed."""

    name: ClassVar[str] = "forums.topic_changed"
    topic_id: int


@dataclass(frozen=True, kw_only=True)
class TopicHidden(Event):
    """A topic is no longer published: a moderator hid it."""

    name: ClassVar[str] = "forums.topic_hidden"
    topic_id: int


@dataclass(frozen=True, kw_only=True)
class TopicRestored(Event):
    """A hidden topic is published again."""

    name: ClassVar[str] = "forums.topic_restored"
    topic_id: int


@dataclass(frozen=True, kw_only=True)
class TopicDeleted(Event):
    """Its author deleted the only post of a topic, and the topic with it."""

    name: ClassVar[str] = "forums.topic_deleted"
    topic_id: int


@dataclass(frozen=True, kw_only=True)
class PostCreated(Event):
    """A reply is published."""

    name: ClassVar[str] = "forums.post_created"
    post_id: int
    topic_id: int


@dataclass(frozen=True, kw_only=True)
class PostEdited(Event):
    """Text or language of a post changed; `silent` within ten minutes of writing it."""

    name: ClassVar[str] = "forums.post_edited"
    post_id: int
    topic_id: int
    silent: bool = False


@dataclass(frozen=True, kw_only=True)
class PostDeleted(Event):
    """Its author deleted a post; its position stays."""

    name: ClassVar[str] = "forums.post_deleted"
    post_id: int
    topic_id: int


@dataclass(frozen=True, kw_only=True)
class PostHidden(Event):
    """A moderator hid a post; its position stays."""

    name: ClassVar[str] = "forums.post_hidden"
    post_id: int
    topic_id: int


@dataclass(frozen=True, kw_only=True)
class PostRestored(Event):
    """A hidden post is published again."""

    name: ClassVar[str] = "forums.post_restored"
    post_id: int
    topic_id: int
