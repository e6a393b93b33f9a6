"""Counters stay right under any order of writing, hiding and deleting; the command mends what is not."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.states import State
from forums.models import Forum, Post, Topic
from forums.services import delete_post, hide_post, hide_topic, restore_post, restore_topic
from forums.services.writing import TopicClosed
from tests.factories.forums import forum_of, reply_to, topic_in

STEPS = st.lists(st.tuples(st.sampled_from("rhsdHS"), st.integers(0, 20)), max_size=14)


def step(topic: Topic, *, what: str, which: int) -> None:
    posts = list(topic.posts.order_by("position"))
    post = posts[which % len(posts)]
    try:
        {
            "r": lambda: reply_to(topic),
            "h": lambda: hide_post(post, by=topic.author),
            "s": lambda: restore_post(post, by=topic.author),
            "d": lambda: delete_post(post, by=topic.author),
            "H": lambda: hide_topic(topic, by=topic.author),
            "S": lambda: restore_topic(topic, by=topic.author),
        }[what]()
    except TopicClosed:
        return


def assert_right(topic: Topic) -> None:
    topic.refresh_from_db()
    posts = Post.objects.filter(topic=topic)
    published = posts.filter(state=State.PUBLISHED).order_by("-position")
    assert list(posts.order_by("position").values_list("position", flat=True)) == list(range(1, posts.count() + 1))
    assert (topic.last_position, topic.post_count) == (posts.count(), published.count())
    assert topic.last_post == published.first()
    forum = Forum.objects.get(pk=topic.forum_id)
    open_ = Topic.objects.filter(forum=forum, state=State.PUBLISHED)
    assert forum.topic_count == open_.count()
    assert forum.post_count == sum(open_.values_list("post_count", flat=True))
    assert forum.last_topic == open_.order_by("-last_post_at", "-pk").first()


@pytest.mark.django_db
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_counters_are_right_after_any_steps(steps: list[tuple[str, int]]) -> None:
    forum = forum_of()
    topic = topic_in(forum)
    topic_in(forum, title="Druhé téma")
    for what, which in steps:
        step(topic, what=what, which=which)
    assert_right(topic)


@pytest.mark.django_db
def test_the_command_mends_and_says_what(settings: Any) -> None:
    topic = topic_in()
    reply_to(topic)
    Topic.objects.update(post_count=99, last_post=None)
    Forum.objects.filter(pk=topic.forum_id).update(topic_count=7)
    said = StringIO()
    call_command("repair_counters", stdout=said)
    assert f"topic {topic.pk}: mended" in said.getvalue()
    assert f"forum {topic.forum_id}: mended" in said.getvalue()
    assert_right(topic)
    said = StringIO()
    call_command("repair_counters", stdout=said)
    assert "0 topics and 0 forums" in said.getvalue()
