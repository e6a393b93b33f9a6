"""What a person wrote, on its way to becoming a post. A form sent twice becomes one post: its token says so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from core.richtext import Rendered
from core.states import State
from forums.models import Post, Topic


class TopicClosed(Exception):  # noqa: N818  it names a state of the topic, not a fault
    """The topic was locked, hidden or deleted while somebody wrote."""


@dataclass(frozen=True, kw_only=True)
class Writing:
    """A text, its language, in whose name, and its files (None: as they are). `at` is for imports of older texts."""

    body: Rendered
    language: str = "cs"
    on_behalf_of: Any = None
    files: tuple[Any, ...] | None = None
    token: str = ""
    at: datetime | None = None


def already_sent(by: Any, *, token: str) -> Post | None:
    """Return the post that this person's form with this token became, if it was sent before."""
    if not token:
        return None
    return Post.objects.filter(author=by, form_token=token).select_related("topic").first()


def insert_post(topic: Topic, *, by: Any, writing: Writing) -> Post:
    """Add a published post at the next position of a topic whose row the caller has locked or just made."""
    now = writing.at or timezone.now()
    post = Post(
        topic=topic,
        audience_id=topic.audience_id,
        state=State.PUBLISHED,
        author=by,
        position=topic.last_position + 1,
        on_behalf_of=writing.on_behalf_of,
        form_token=writing.token,
        created_at=now,
        updated_at=now,
    )
    post.language = writing.language
    post.set_body(writing.body)
    post.save(force_insert=True)
    return post
