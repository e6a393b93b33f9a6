"""What moderators do. Each returns whether it changed anything, so that nothing is told or logged twice."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from core.outbox import Event, publish
from core.states import State
from forums.events import PostHidden, PostRestored, TopicChanged, TopicHidden, TopicRestored
from forums.models import Post, Topic
from forums.services.counters import recount_topic


@transaction.atomic
def hide_post(post: Post, *, by: Any, reason: str = "") -> bool:
    """Hide a published post from everybody but its author and moderators; its position stays."""
    event = PostHidden(post_id=post.pk, topic_id=post.topic_id)
    return _set_post(post, old=State.PUBLISHED, new=State.HIDDEN, event=event)


@transaction.atomic
def restore_post(post: Post, *, by: Any, reason: str = "") -> bool:
    """Publish a hidden post again, at the position it had."""
    event = PostRestored(post_id=post.pk, topic_id=post.topic_id)
    return _set_post(post, old=State.HIDDEN, new=State.PUBLISHED, event=event)


def _set_post(post: Post, *, old: State, new: State, event: Event) -> bool:
    Topic.objects.select_for_update().get(pk=post.topic_id)
    rows = Post.objects.filter(pk=post.pk, state=old)
    if not rows.update(state=new, version=F("version") + 1, updated_at=timezone.now()):
        return False
    Topic.objects.filter(pk=post.topic_id).update(version=F("version") + 1)
    recount_topic(post.topic_id)
    publish(event)
    return True


@transaction.atomic
def hide_topic(topic: Topic, *, by: Any, reason: str = "") -> bool:
    """Hide a topic with all its posts from everybody but its author and moderators."""
    return _set_topic(topic, old=State.PUBLISHED, new=State.HIDDEN, event=TopicHidden(topic_id=topic.pk))


@transaction.atomic
def restore_topic(topic: Topic, *, by: Any, reason: str = "") -> bool:
    """Publish a hidden topic again."""
    return _set_topic(topic, old=State.HIDDEN, new=State.PUBLISHED, event=TopicRestored(topic_id=topic.pk))


def _set_topic(topic: Topic, *, old: State, new: State, event: Event) -> bool:
    Topic.objects.select_for_update().get(pk=topic.pk)
    rows = Topic.objects.filter(pk=topic.pk, state=old)
    if not rows.update(state=new, version=F("version") + 1, updated_at=timezone.now()):
        return False
    recount_topic(topic.pk)
    publish(event)
    return True


@transaction.atomic
def lock_topic(topic: Topic, *, by: Any, locked: bool = True) -> bool:
    """Close a topic to replies, or open it again."""
    return _flag(topic, name="locked", value=locked)


@transaction.atomic
def pin_topic(topic: Topic, *, by: Any, pinned: bool = True) -> bool:
    """Keep a topic at the top of its forum, or let it go with the others."""
    return _flag(topic, name="pinned", value=pinned)


def _flag(topic: Topic, *, name: str, value: bool) -> bool:
    rows = Topic.objects.filter(pk=topic.pk).exclude(**{name: value})
    if not rows.update(**{name: value}, version=F("version") + 1, updated_at=timezone.now()):
        return False
    publish(TopicChanged(topic_id=topic.pk))
    return True
