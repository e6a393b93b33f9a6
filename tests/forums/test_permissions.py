"""Who may do what: a cast of viewers against the states of a topic, a post and a forum."""

from typing import Any

import pytest

from core.viewer import VISITOR, Viewer, viewer_for
from forums.models import Post, Topic
from forums.permissions import (
    can_delete_post,
    can_edit_post,
    can_edit_topic,
    can_moderate_forum,
    can_open_forum,
    can_reply,
    can_see_history,
    can_set_gist,
    can_start_topic,
)
from forums.services import hide_post, hide_topic, lock_topic
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.platforms import member_of

pytestmark = pytest.mark.django_db

CAST = ("visitor", "outsider", "observer", "member", "author", "moderator", "coordinator", "admin")


@pytest.fixture
def topic() -> Topic:
    """A public topic with one reply, both by the same member."""
    forum = forum_of()
    topic = topic_in(forum, by=member_of(forum.platform))
    reply_to(topic)
    return Topic.objects.select_related("forum", "platform").get(pk=topic.pk)


def viewer(who: str, topic: Topic) -> Viewer:
    if who == "visitor":
        return VISITOR
    people: dict[str, Any] = {
        "outsider": UserFactory,
        "admin": AdminFactory,
        "author": lambda: topic.author,
    }
    return viewer_for(people.get(who, lambda: member_of(topic.platform, role=who))())


def allowed(rule: Any, topic: Topic, about: Any) -> set[str]:
    return {who for who in CAST if rule(viewer(who, topic), about)}


def reply_of(topic: Topic) -> Post:
    return Post.objects.select_related("topic__forum", "topic__platform").get(topic=topic, position=2)


def test_starting_a_topic(topic: Topic) -> None:
    writers = {"member", "author", "moderator", "coordinator", "admin"}
    assert allowed(can_start_topic, topic, topic.forum) == writers
    topic.forum.start_right = "moderate"
    assert allowed(can_start_topic, topic, topic.forum) == {"moderator", "coordinator", "admin"}
    topic.forum.start_right = "site"
    assert allowed(can_start_topic, topic, topic.forum) == set(CAST) - {"visitor"}
    topic.forum.state = "hidden"
    assert allowed(can_start_topic, topic, topic.forum) == set()


def test_starting_where_only_members_read() -> None:
    forum = forum_of(slug="members")
    forum.start_right = "site"
    assert not can_start_topic(viewer_for(UserFactory()), forum)
    assert can_start_topic(viewer_for(member_of(forum.platform, role="observer")), forum)


@pytest.mark.parametrize(
    ("right", "who"),
    [
        ("contribute", {"member", "author", "moderator", "coordinator", "admin"}),
        ("moderate", {"moderator", "coordinator", "admin"}),
        ("site", set(CAST) - {"visitor"}),
    ],
)
def test_replying(topic: Topic, right: str, who: set[str]) -> None:
    topic.forum.reply_right = right
    assert allowed(can_reply, topic, topic) == who


@pytest.mark.parametrize(("field", "value"), [("locked", True), ("state", "hidden"), ("state", "deleted")])
def test_nobody_replies_to_a_closed_topic(topic: Topic, field: str, value: Any) -> None:
    setattr(topic, field, value)
    assert allowed(can_reply, topic, topic) == set()


def test_changing_a_topic(topic: Topic) -> None:
    assert allowed(can_edit_topic, topic, topic) == {"author", "moderator", "coordinator", "admin"}
    topic.locked = True
    assert allowed(can_edit_topic, topic, topic) == {"moderator", "coordinator", "admin"}


def test_writing_a_gist(topic: Topic) -> None:
    writers = {"member", "author", "moderator", "coordinator", "admin"}
    assert allowed(can_set_gist, topic, topic) == writers
    topic.state = "hidden"
    assert allowed(can_set_gist, topic, topic) == set()


def test_editing_and_deleting_a_post(topic: Topic) -> None:
    post = reply_of(topic)
    assert allowed(can_edit_post, topic, post) == {"author"}
    assert allowed(can_delete_post, topic, post) == {"author"}
    lock_topic(topic, by=topic.author)
    assert allowed(can_edit_post, topic, reply_of(topic)) == set()
    assert allowed(can_delete_post, topic, reply_of(topic)) == {"author"}
    hide_post(post, by=topic.platform.author)
    assert allowed(can_delete_post, topic, reply_of(topic)) == set()


def test_reading_the_history(topic: Topic) -> None:
    post = reply_of(topic)
    assert allowed(can_see_history, topic, post) == set(CAST)
    hide_post(post, by=topic.platform.author)
    assert allowed(can_see_history, topic, reply_of(topic)) == {"moderator", "coordinator", "admin"}


def test_moderating_and_opening_forums(topic: Topic) -> None:
    assert allowed(can_moderate_forum, topic, topic.platform_id) == {"moderator", "coordinator", "admin"}
    assert allowed(can_open_forum, topic, topic.platform_id) == {"coordinator", "admin"}


@pytest.mark.parametrize("slug", ["public", "members"])
@pytest.mark.parametrize("hidden", ["nothing", "post", "topic", "own topic"])
def test_the_rule_for_one_post_equals_the_rule_for_many(slug: str, hidden: str) -> None:
    forum = forum_of(slug=slug)
    author = member_of(forum.platform)
    topic = topic_in(forum, by=author if hidden == "own topic" else None)
    post = reply_to(topic, by=author)
    if hidden == "post":
        hide_post(post, by=forum.platform.author)
    elif hidden != "nothing":
        hide_topic(topic, by=forum.platform.author)
    others = [UserFactory(), AdminFactory(), author, forum.platform.author]
    others += [member_of(forum.platform, role=role) for role in ("member", "observer", "moderator")]
    for seen in [VISITOR, *map(viewer_for, others)]:
        for row in Post.objects.select_related("topic"):
            assert row.can_be_viewed_by(seen) == Post.objects.visible_to(seen).filter(pk=row.pk).exists()
        for row in Topic.objects.all():
            assert row.can_be_viewed_by(seen) == Topic.objects.visible_to(seen).filter(pk=row.pk).exists()
