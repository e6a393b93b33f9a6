"""Counters of topics and forums: raised when a post comes, counted anew when one goes. They count what is published."""

from datetime import datetime

from django.db.models import BigIntegerField, Case, Count, DateTimeField, F, Max, Q, Sum, Value, When

from core.states import State
from forums.models import Forum, Post, Topic


def count_new_post(post: Post) -> None:
    """Note a post at the end of its topic: two statements, however long the topic is."""
    topic = post.topic
    topic.last_position, topic.post_count = post.position or 1, topic.post_count + 1
    topic.last_post, topic.last_post_at, topic.last_author = post, post.created_at, post.author
    Topic.objects.filter(pk=topic.pk).update(
        last_position=topic.last_position,
        post_count=F("post_count") + 1,
        last_post=post,
        last_post_at=post.created_at,
        last_author=post.author,
        updated_at=post.created_at,
        version=F("version") + 1,
    )
    _count_in_forum(topic, at=post.created_at, new_topic=post.position == 1)


def _count_in_forum(topic: Topic, *, at: datetime, new_topic: bool) -> None:
    latest = Q(last_post_at__isnull=True) | Q(last_post_at__lte=at)
    Forum.objects.filter(pk=topic.forum_id).update(
        post_count=F("post_count") + 1,
        topic_count=F("topic_count") + int(new_topic),
        last_topic=Case(When(latest, then=Value(topic.pk)), default=F("last_topic"), output_field=BigIntegerField()),
        last_post_at=Case(When(latest, then=Value(at)), default=F("last_post_at"), output_field=DateTimeField()),
    )


def recount_topic(topic_id: int, *, forum: bool = True) -> bool:
    """Count the published posts of a topic anew, and those of its forum; return whether any number was wrong."""
    topic = Topic.objects.get(pk=topic_id)
    published = Post.objects.filter(topic=topic, state=State.PUBLISHED)
    last = published.order_by("-position").first()
    right = {
        "post_count": published.count(),
        "last_position": Post.objects.filter(topic=topic).aggregate(last=Max("position"))["last"] or 0,
        "last_post_id": last.pk if last else None,
        "last_post_at": last.created_at if last else topic.created_at,
        "last_author_id": last.author_id if last else topic.author_id,
    }
    wrong = {name: value for name, value in right.items() if getattr(topic, name) != value}
    if wrong:
        Topic.objects.filter(pk=topic_id).update(**right, version=F("version") + 1)
    if forum:
        recount_forum(topic.forum_id)
    return bool(wrong)


def recount_forum(forum_id: int) -> bool:
    """Count the published topics of a forum and their posts anew; return whether any number was wrong."""
    forum = Forum.objects.get(pk=forum_id)
    published = Topic.objects.filter(forum=forum, state=State.PUBLISHED)
    sums = published.aggregate(topics=Count("pk"), posts=Sum("post_count"))
    last = published.order_by("-last_post_at", "-pk").first()
    right = {
        "topic_count": sums["topics"],
        "post_count": sums["posts"] or 0,
        "last_topic_id": last.pk if last else None,
        "last_post_at": last.last_post_at if last else None,
    }
    wrong = {name: value for name, value in right.items() if getattr(forum, name) != value}
    if wrong:
        Forum.objects.filter(pk=forum_id).update(**right)
    return bool(wrong)
