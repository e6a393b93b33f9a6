"""What people are told about topics and posts, and when these become readable. Each function re-reads the state."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.notices import ByMail, Notice, Reference, Told, register_notices
from core.releases import Readable, ReleaseSource, register_releases
from core.richtext.config import PERSON, POST
from core.richtext.render import references_in
from core.states import State
from forums.events import PostCreated, PostEdited, PostRestored, TopicRestored, TopicStarted
from forums.models import Post, Topic


def places_of(topic: Topic) -> tuple[Reference, ...]:
    """Return what a post is followed through, the nearest first."""
    return ("topic", topic.pk), ("forum", topic.forum_id), ("platform", topic.platform_id)


def _topic(pk: int) -> Topic | None:
    return Topic.objects.filter(pk=pk, state=State.PUBLISHED).first()


def _post(pk: int) -> Post | None:
    rows = Post.objects.filter(pk=pk, state=State.PUBLISHED, topic__state=State.PUBLISHED)
    return rows.select_related("topic").first()


def _new_topic(event: TopicStarted) -> Told | None:
    post = _post(event.post_id)
    return None if post is None else _told(post, places=places_of(post.topic)[1:])


def _told(post: Post, **parts: Any) -> Told:
    return Told(item=("post", post.pk), about=("topic", post.topic_id), actor_id=post.author_id, **parts)


def _reply(event: PostCreated) -> Told | None:
    post = _post(event.post_id)
    return None if post is None else _told(post, places=places_of(post.topic))


def _mention(event: Any) -> Told | None:
    post = _post(event.post_id)
    people = tuple(pk for kind, pk in references_in(post.body_html) if kind == PERSON) if post else ()
    return _told(post, people=people, key=f"forums.mention:{post.pk}") if post and people else None


def _quoted(event: Any) -> Told | None:
    post = _post(event.post_id)
    quoted = [pk for kind, pk in references_in(post.body_html) if kind == POST] if post else []
    if post is None or not quoted:
        return None
    authors = Post.objects.filter(pk__in=quoted, author__isnull=False).values_list("author_id", flat=True)
    return _told(post, people=tuple(dict.fromkeys(authors)), key=f"forums.quoted:{post.pk}")


WRITTEN = (TopicStarted, PostCreated, PostEdited)

register_notices(
    (
        Notice(
            code="forums.mention",
            events=WRITTEN,
            tell=_mention,
            name=_("Somebody mentions me"),
            text=_("%(actor)s mentioned you in “%(title)s”"),
            by_mail=ByMail.NEWS,
            order=10,
        ),
        Notice(
            code="forums.quoted",
            events=WRITTEN,
            tell=_quoted,
            name=_("Somebody quotes me"),
            text=_("%(actor)s quoted you in “%(title)s”"),
            by_mail=ByMail.NEWS,
            order=20,
        ),
        Notice(
            code="forums.reply",
            events=(PostCreated,),
            tell=_reply,
            name=_("A reply in what I follow"),
            text=_("%(actor)s replied in “%(title)s”"),
            many=ngettext_lazy(
                "%(count)d new reply in “%(title)s”, the latest by %(actor)s",
                "%(count)d new replies in “%(title)s”, the latest by %(actor)s",
                "count",
            ),
            order=30,
            near_only=True,
        ),
        Notice(
            code="forums.new_topic",
            events=(TopicStarted,),
            tell=_new_topic,
            name=_("A new topic in what I follow"),
            text=_("%(actor)s started the topic “%(title)s”"),
            order=40,
            news=True,
        ),
    )
)


def _topic_readable(event: Any) -> Iterable[Readable]:
    topic = _topic(event.topic_id)
    if topic is not None:
        yield Readable(item=("topic", topic.pk), places=places_of(topic), again=isinstance(event, TopicRestored))


def _post_readable(event: Any) -> Iterable[Readable]:
    post = _post(event.post_id)
    if post is not None and post.position != 1:
        places = places_of(post.topic)
        yield Readable(item=("post", post.pk), places=places, again=isinstance(event, PostRestored))


register_releases(
    (
        ReleaseSource(event=TopicStarted, items=_topic_readable),
        ReleaseSource(event=TopicRestored, items=_topic_readable),
        ReleaseSource(event=PostCreated, items=_post_readable),
        ReleaseSource(event=PostRestored, items=_post_readable),
    ),
    lists={"topic": "forums:latest", "post": "forums:latest"},
)
