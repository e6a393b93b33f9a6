"""Forums, topics and posts for tests, made through the services."""

from typing import Any

from core.richtext import render
from forums.models import Forum, Post, Topic
from forums.services import Writing, open_first_forums, reply, start_topic
from platforms.models import Platform
from tests.factories.platforms import PlatformFactory


def writing(text: str = "Dobrý den, jak to máte u vás?", **fields: Any) -> Writing:
    """Return a text as somebody wrote it in plain form."""
    return Writing(body=render(text, source_format="plain"), **fields)


def forum_of(platform: Platform | None = None, *, slug: str = "public") -> Forum:
    """Return one of the two first forums (`public`, `members`) of a platform, which is made when none is given."""
    platform = platform or PlatformFactory()
    open_first_forums(platform, by=platform.author)
    return Forum.objects.select_related("platform").get(platform=platform, slug=slug)


def topic_in(forum: Forum | None = None, *, by: Any = None, title: str = "Kauce a první nájem", **fields: Any) -> Topic:
    """Return a topic with one post, by the platform's coordinator unless somebody else is named."""
    forum = forum or forum_of()
    areas = fields.pop("areas", ())
    post = start_topic(forum, by=by or forum.platform.author, title=title, writing=writing(**fields), areas=areas)
    return Topic.objects.select_related("forum", "platform").get(pk=post.topic_id)


def reply_to(topic: Topic, *, by: Any = None, text: str = "U nás to funguje.", **fields: Any) -> Post:
    """Return a reply by the topic's author unless somebody else is named."""
    return reply(topic, by=by or topic.author, writing=writing(text, **fields))
