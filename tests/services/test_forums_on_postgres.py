"""Many people write in one topic at the same moment: positions have neither gaps nor doubles, counters stay right."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from core.audiences import ensure_fixed_audiences
from forums.models import Forum, Post, Topic
from forums.services import delete_post, hide_post, start_topic
from tests.factories.forums import forum_of, reply_to, topic_in, writing
from tests.factories.platforms import member_of

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
WRITERS = 6


@pytest.fixture(autouse=True)
def _on_postgresql(postgresql):
    assert connection.vendor == "postgresql"
    ensure_fixed_audiences()


def at_once(function, arguments):
    """Call a function for each argument at the same moment, each on a database connection of its own."""
    start = Barrier(len(arguments))

    def call(argument):
        try:
            start.wait(timeout=10)
            return function(argument)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(arguments)) as pool:
        return list(pool.map(call, arguments))


def test_parallel_replies_have_positions_without_gaps():
    topic = topic_in()
    people = [member_of(topic.platform) for _ in range(WRITERS)]
    for _ in range(3):
        at_once(lambda person: reply_to(topic, by=person), people)
    positions = list(topic.posts.order_by("position").values_list("position", flat=True))
    assert positions == list(range(1, 3 * WRITERS + 2))
    topic.refresh_from_db()
    forum = Forum.objects.get(pk=topic.forum_id)
    assert (topic.last_position, topic.post_count, forum.post_count) == (3 * WRITERS + 1,) * 3
    assert topic.last_post.position == topic.last_position


def test_a_form_sent_many_times_at_once_is_one_post():
    topic = topic_in()
    posts = at_once(lambda _: reply_to(topic, token="a" * 32).pk, range(4))
    assert len(set(posts)) == 1
    assert topic.posts.count() == 2


def test_a_topic_form_sent_many_times_at_once_is_one_topic():
    forum = forum_of()

    def send(_):
        return start_topic(forum, by=forum.platform.author, title="Jednou", writing=writing(token="b" * 32)).pk

    assert len(set(at_once(send, range(4)))) == 1
    assert Topic.objects.count() == 1


def test_replies_while_others_hide_and_delete_leave_the_counters_right():
    topic = topic_in()
    posts = [reply_to(topic) for _ in range(4)]
    steps = [
        lambda: hide_post(posts[0], by=topic.author),
        lambda: hide_post(posts[0], by=topic.author),
        lambda: delete_post(posts[1], by=topic.author),
        lambda: reply_to(topic),
        lambda: reply_to(topic),
    ]
    at_once(lambda step: step(), steps)
    topic.refresh_from_db()
    published = Post.objects.filter(topic=topic, state="published").count()
    assert (topic.post_count, topic.last_position) == (published, 7)
    assert Forum.objects.get(pk=topic.forum_id).post_count == published
