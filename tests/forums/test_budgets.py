"""A page costs the same few statements whatever the amount of data."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from forums.models import Topic
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import member_of

pytestmark = pytest.mark.django_db


def statements(address: str, person: Any) -> list[str]:
    client = Client()
    if person is not None:
        client.force_login(person)
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


def topic_with(posts: int) -> Topic:
    topic = topic_in(on_behalf_of=OrganisationFactory())
    for number in range(posts - 1):
        author = member_of(topic.platform) if number < 5 else topic.author
        reply_to(topic, by=author, text=f"Viz /go/forum/{topic.forum_id}/ a tak dále {number}")
    return topic


@pytest.mark.parametrize(("who", "budget"), [("visitor", 7), ("outsider", 11), ("member", 13)])
def test_a_topic_page(who: str, budget: int) -> None:
    counts = []
    for posts in (5, 50):
        topic = topic_with(posts)
        person = {"visitor": lambda: None, "outsider": UserFactory}.get(who, lambda t=topic: member_of(t.platform))()
        counts.append(len(statements(f"{topic.get_absolute_url()}", person)))
        last = statements(f"{topic.get_absolute_url()}?page={topic.pages}", person)
        assert len(last) <= budget, "\n".join(last)
    assert counts[0] <= budget
    assert counts[1] <= counts[0]


@pytest.mark.parametrize(("who", "budget"), [("visitor", 3), ("outsider", 7)])
@pytest.mark.parametrize("where", ["latest", "forum"])
def test_a_list(who: str, budget: int, where: str) -> None:
    counts = []
    person = None if who == "visitor" else UserFactory()
    forum = forum_of()
    organisation = OrganisationFactory()
    for rows in (5, 50):
        for number in range(rows - Topic.objects.count()):
            author = member_of(forum.platform) if number < 5 else None
            topic_in(forum, by=author, on_behalf_of=organisation)
        sql = statements("/cs/topics/" if where == "latest" else forum.get_absolute_url(), person)
        counts.append(len(sql))
        assert len(sql) <= budget, "\n".join(sql)
    assert counts[0] == counts[1]


def test_a_reply_costs_the_same_at_the_end_of_a_long_topic() -> None:
    short, long = topic_with(2), topic_with(45)
    counts = []
    for topic in (short, long):
        reply_to(topic)
        with CaptureQueriesContext(connection) as captured:
            reply_to(topic)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 14, [query["sql"] for query in captured]
