"""Deleting what one wrote oneself. The position stays as a tombstone; an unanswered topic goes with its only post."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.outbox import publish
from core.states import State
from forums.events import PostDeleted, TopicDeleted
from forums.models import Post, Topic
from forums.services.counters import recount_topic


@transaction.atomic
def delete_post(post: Post, *, by: Any) -> bool:
    """Delete a post softly; return whether it was published until now."""
    topic = Topic.objects.select_for_update().get(pk=post.topic_id)
    now = timezone.now()
    rows = Post.objects.filter(pk=post.pk, state=State.PUBLISHED)
    if not rows.update(state=State.DELETED, version=post.version + 1, updated_at=now):
        return False
    recount_topic(topic.pk)
    if post.position == 1 and not Post.objects.filter(topic=topic, state=State.PUBLISHED).exists():
        _delete_topic(topic)
    publish(PostDeleted(post_id=post.pk, topic_id=topic.pk))
    return True


def _delete_topic(topic: Topic) -> None:
    rows = Topic.objects.filter(pk=topic.pk, state=State.PUBLISHED)
    if rows.update(state=State.DELETED, updated_at=timezone.now()):
        recount_topic(topic.pk)
        publish(TopicDeleted(topic_id=topic.pk))
