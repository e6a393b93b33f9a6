"""The column beside a topic: the neighbours of its forum, as far as one may read them."""

import re
from typing import Any

import pytest
from django.test import Client

from core.viewer import VISITOR, viewer_for
from forums.models import ReadMark, Topic
from forums.neighbours import SHOWN, neighbours
from forums.services import hide_topic
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.platforms import member_of

pytestmark = pytest.mark.django_db


def column(topic: Topic, person: Any = None) -> str:
    client = Client()
    if person is not None:
        client.force_login(person)
    found = re.search(r'<nav class="list-detail".*?</nav>', client.get(topic.get_absolute_url()).content.decode(), re.S)
    return found[0] if found else ""


def test_a_topic_stands_among_its_neighbours_and_says_which_it_is() -> None:
    forum = forum_of()
    topics = [topic_in(forum, title=f"Téma číslo {number}") for number in range(30)]
    elsewhere = topic_in(title="Jinde")
    titles = [row["title"] for row in neighbours(topics[15], VISITOR)]
    newest = 15 + SHOWN // 2
    assert titles == [f"Téma číslo {number}" for number in range(newest, newest - SHOWN, -1)]
    assert elsewhere.title not in titles
    for at in (0, 29):
        rows = neighbours(topics[at], VISITOR)
        assert len(rows) == SHOWN
        assert [row["title"] for row in rows if row["current"]] == [topics[at].title]
    html = column(topics[15])
    assert html.count('aria-current="page"') == 1
    assert len(html.encode()) <= 2500


def test_a_topic_alone_has_no_column() -> None:
    assert column(topic_in()) == ""


def test_what_one_may_not_read_is_no_neighbour() -> None:
    forum = forum_of()
    topic, hidden = topic_in(forum), topic_in(forum, title="Skryté téma")
    third = topic_in(forum, title="Třetí téma")
    hide_topic(hidden, by=forum.platform.author)
    for person in (None, UserFactory(), member_of(forum.platform)):
        html = column(topic, person)
        assert third.title in html
        assert hidden.title not in html
    assert hidden.title in column(hidden, forum.platform.author)  # who moderates stands in it


def test_a_member_sees_what_is_new_and_is_led_there() -> None:
    forum = forum_of()
    topic, other = topic_in(forum), topic_in(forum, title="Čtené téma")
    reply_to(other)
    reader = member_of(forum.platform)
    ReadMark.objects.create(person=reader, topic=other, position=1)
    row = next(row for row in neighbours(topic, viewer_for(reader)) if row["title"] == other.title)
    assert row["unread"] == 1
    assert row["href"].endswith("#n2")
    assert f"{other.get_absolute_url()}#n2" in column(topic, reader)
    assert "<b>" not in column(topic)
