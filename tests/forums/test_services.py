"""What writing does to topics, counters, marks and events."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.models import ItemLink, OutboxEvent
from core.states import State
from following.services import level_for
from forums.models import Forum, Post, PostVersion, ReadMark, Topic
from forums.services import (
    TopicClosed,
    change_topic,
    delete_post,
    edit_post,
    hide_post,
    hide_topic,
    lock_topic,
    mark_read,
    narrow_forums,
    open_first_forums,
    pin_topic,
    reply,
    restore_post,
    restore_topic,
    set_gist,
    start_topic,
)
from platforms.models import Visibility
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in, writing
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db


def last_event() -> tuple[str, dict[str, Any]]:
    row = OutboxEvent.objects.order_by("-pk").first()
    return row.name, row.payload


def counters(topic: Topic) -> tuple[int, int, int, int]:
    topic.refresh_from_db()
    forum = Forum.objects.get(pk=topic.forum_id)
    return topic.last_position, topic.post_count, forum.topic_count, forum.post_count


def test_a_platform_starts_with_two_forums(drain: Any) -> None:
    platform = PlatformFactory()
    drain()
    rules = dict(Forum.objects.filter(platform=platform).values_list("slug", "audience_id"))
    assert rules == {"public": "public", "members": f"platform:{platform.pk}"}
    assert open_first_forums(platform, by=platform.author) == []


@pytest.mark.parametrize(("visibility", "rule"), [("listed", "site"), ("hidden", "platform:{pk}")])
def test_the_open_forum_is_no_more_open_than_its_platform(visibility: str, rule: str) -> None:
    platform = PlatformFactory(visibility=visibility)
    assert forum_of(platform).audience_id == rule.format(pk=platform.pk)


def test_a_platform_that_closes_itself_narrows_its_forums_but_not_what_stands_in_them() -> None:
    forum = forum_of()
    topic = topic_in(forum)
    platform = forum.platform
    platform.visibility, platform.audience_id = Visibility.HIDDEN, platform.members_rule
    platform.save()
    assert narrow_forums(platform)
    assert not narrow_forums(platform)
    forum.refresh_from_db()
    topic.refresh_from_db()
    assert (forum.audience_id, topic.audience_id) == (platform.members_rule, "public")


def test_starting_a_topic_writes_its_first_post() -> None:
    forum = forum_of()
    author = member_of(forum.platform)
    post = start_topic(forum, by=author, title="Konzultace на уряді", writing=writing(language="uk"))
    topic = post.topic
    assert (post.position, post.audience_id, post.language) == (1, "public", "uk")
    assert (topic.slug, topic.author, topic.last_author) == ("konzultace-na-uryadi", author, author)
    assert counters(topic) == (1, 1, 1, 1)
    assert last_event() == ("forums.topic_started", {"topic_id": topic.pk, "post_id": post.pk})
    assert level_for(author.pk, kind="topic", object_id=topic.pk) == "overview"
    assert ReadMark.objects.get(person=author, topic=topic).position == 1


def test_a_topic_keeps_the_audience_its_forum_had() -> None:
    forum = forum_of(slug="members")
    topic = topic_in(forum)
    Forum.objects.filter(pk=forum.pk).update(audience_id="public")
    assert reply_to(topic).audience_id == forum.platform.members_rule


def test_a_reply_comes_at_the_end() -> None:
    topic = topic_in()
    person = member_of(topic.platform)
    post = reply_to(topic, by=person)
    assert post.position == 2
    assert counters(topic) == (2, 2, 1, 2)
    assert (topic.last_post, topic.last_author, topic.last_post_at) == (post, person, post.created_at)
    assert last_event() == ("forums.post_created", {"post_id": post.pk, "topic_id": topic.pk})
    assert level_for(person.pk, kind="topic", object_id=topic.pk) == "overview"


def test_a_form_sent_twice_is_one_post() -> None:
    topic = topic_in()
    first = reply_to(topic, token="a" * 32)
    events = OutboxEvent.objects.count()
    assert reply_to(topic, token="a" * 32) == first
    assert OutboxEvent.objects.count() == events
    assert counters(topic)[0] == 2


def test_a_topic_form_sent_twice_is_one_topic() -> None:
    forum = forum_of()
    posts = {
        start_topic(forum, by=forum.platform.author, title="Dvakrát", writing=writing(token="b" * 32)).pk
        for _ in range(2)
    }
    assert len(posts) == 1
    assert Topic.objects.count() == 1


@pytest.mark.parametrize("closing", ["lock", "hide", "delete"])
def test_nobody_replies_to_what_is_closed(closing: str) -> None:
    topic = topic_in()
    if closing == "lock":
        lock_topic(topic, by=topic.author)
    elif closing == "hide":
        hide_topic(topic, by=topic.author)
    else:
        delete_post(topic.posts.get(), by=topic.author)
    with pytest.raises(TopicClosed):
        reply(topic, by=topic.author, writing=writing())
    assert Post.objects.filter(topic=topic).count() == 1


def aged(post: Post, *, minutes: int) -> Post:
    Post.objects.filter(pk=post.pk).update(created_at=timezone.now() - timedelta(minutes=minutes))
    post.refresh_from_db()
    return post


def test_an_edit_in_the_first_ten_minutes_leaves_no_trace() -> None:
    post = aged(reply_to(topic_in()), minutes=9)
    assert edit_post(post, by=post.author, writing=writing("Jinak."))
    post.refresh_from_db()
    assert (post.body_text, post.edited_at, post.edit_count, post.version) == ("Jinak.", None, 0, 2)
    assert last_event()[1]["silent"] is True


def test_a_later_edit_keeps_what_was_said() -> None:
    post = aged(reply_to(topic_in(), text="Poprvé."), minutes=11)
    edit_post(post, by=post.author, writing=writing("Podruhé."))
    edit_post(post, by=post.author, writing=writing("Potřetí."))
    post.refresh_from_db()
    assert (post.body_text, post.edit_count) == ("Potřetí.", 2)
    assert list(PostVersion.objects.values_list("number", "body_text")) == [(1, "Poprvé."), (2, "Podruhé.")]


def test_an_edit_that_changes_nothing_is_none() -> None:
    post = reply_to(topic_in(), text="Stejně.")
    events = OutboxEvent.objects.count()
    assert not edit_post(post, by=post.author, writing=writing("Stejně."))
    assert OutboxEvent.objects.count() == events


def test_a_deleted_post_leaves_its_place() -> None:
    topic = topic_in()
    second, third = reply_to(topic), reply_to(topic)
    assert delete_post(second, by=second.author)
    assert not delete_post(second, by=second.author)
    assert counters(topic) == (3, 2, 1, 2)
    assert topic.last_post == third
    assert reply_to(topic).position == 4


def test_deleting_the_last_post_leads_lists_back_to_the_one_before() -> None:
    topic = topic_in()
    first, last = topic.posts.get(), reply_to(topic)
    delete_post(last, by=last.author)
    topic.refresh_from_db()
    assert (topic.last_post, topic.last_post_at, topic.last_position) == (first, first.created_at, 2)


def test_an_unanswered_topic_goes_with_its_post() -> None:
    topic = topic_in()
    delete_post(topic.posts.get(), by=topic.author)
    assert counters(topic) == (1, 0, 0, 0)
    assert topic.state == State.DELETED
    names = set(OutboxEvent.objects.values_list("name", flat=True))
    assert {"forums.topic_deleted", "forums.post_deleted"} <= names


def test_an_answered_topic_stays_without_its_first_post() -> None:
    topic = topic_in()
    reply_to(topic)
    delete_post(topic.posts.get(position=1), by=topic.author)
    assert counters(topic) == (2, 1, 1, 1)
    assert topic.state == State.PUBLISHED


def test_hiding_and_restoring_a_post() -> None:
    topic = topic_in()
    post = reply_to(topic)
    moderator = topic.platform.author
    assert [hide_post(post, by=moderator), hide_post(post, by=moderator)] == [True, False]
    assert counters(topic) == (2, 1, 1, 1)
    assert [restore_post(post, by=moderator), restore_post(post, by=moderator)] == [True, False]
    assert counters(topic) == (2, 2, 1, 2)
    assert last_event()[0] == "forums.post_restored"


def test_what_its_author_deleted_no_moderator_restores() -> None:
    post = reply_to(topic_in())
    delete_post(post, by=post.author)
    assert not restore_post(post, by=post.author)


def test_hiding_and_restoring_a_topic() -> None:
    topic = topic_in()
    assert [hide_topic(topic, by=topic.author), hide_topic(topic, by=topic.author)] == [True, False]
    assert counters(topic) == (1, 1, 0, 0)
    assert [restore_topic(topic, by=topic.author), restore_topic(topic, by=topic.author)] == [True, False]
    assert counters(topic) == (1, 1, 1, 1)


@pytest.mark.parametrize("service", [lock_topic, pin_topic])
def test_flags_say_whether_they_changed(service: Any) -> None:
    topic = topic_in()
    assert [service(topic, by=topic.author), service(topic, by=topic.author)] == [True, False]
    assert last_event()[0] == "forums.topic_changed"


def test_a_gist_is_written_and_taken_away() -> None:
    topic = topic_in()
    assert set_gist(topic, by=topic.author, language="en", title="Deposits", gist="Who pays them?")
    assert not set_gist(topic, by=topic.author, language="en", title="Deposits", gist="Who pays them?")
    topic.refresh_from_db()
    assert (topic.titles, topic.gists) == ({"en": "Deposits"}, {"en": "Who pays them?"})
    assert topic.gist_marks["en"]["by"] == topic.author_id
    assert set_gist(topic, by=topic.author, language="en", title="", gist="")
    topic.refresh_from_db()
    assert (topic.titles, topic.gists, topic.gist_marks) == ({}, {}, {})


def test_a_new_title_changes_the_address() -> None:
    topic = topic_in()
    assert change_topic(topic, by=topic.author, title="Jiný název", language="cs", areas=[])
    topic.refresh_from_db()
    assert topic.slug == "jiny-nazev"
    assert not change_topic(topic, by=topic.author, title="Jiný název", language="cs", areas=[])


def test_a_read_mark_only_moves_forward_and_never_beyond_the_end() -> None:
    topic = topic_in()
    reply_to(topic)
    topic.refresh_from_db()
    person = UserFactory()
    assert mark_read(topic, by=person, position=1)
    assert mark_read(topic, by=person, position=99)
    assert not mark_read(topic, by=person, position=1)
    assert ReadMark.objects.get(person=person).position == 2


def test_writing_does_not_mark_as_read_what_came_between() -> None:
    topic = topic_in()
    reader = member_of(topic.platform)
    reply_to(topic)
    topic.refresh_from_db()
    mark_read(topic, by=reader, position=1)
    reply_to(topic, by=reader)
    assert ReadMark.objects.get(person=reader, topic=topic).position == 1


def test_import_of_older_topics_keeps_the_latest_at_the_top_of_the_forum() -> None:
    forum = forum_of()
    newer = topic_in(forum)
    topic_in(forum, at=timezone.now() - timedelta(days=30))
    forum.refresh_from_db()
    assert (forum.last_topic, forum.last_post_at) == (newer, newer.last_post_at)


def test_what_a_text_names_is_linked_but_not_its_own_topic() -> None:
    topic, other = topic_in(), topic_in()
    quoted = reply_to(other)
    post = reply_to(topic, text=f"> /go/post/{quoted.pk}/\n> Citát\n\nViz /go/topic/{topic.pk}/")
    links = ItemLink.objects.values_list("source_kind", "source_id", "target_kind", "target_id")
    assert list(links) == [("post", post.pk, "topic", other.pk)]
    edit_post(post, by=post.author, writing=writing("Nic."))
    assert not ItemLink.objects.exists()
