"""Pages show times as clocks of the reader's zone: a member's own, everybody else's that of the site."""

import datetime as dt

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from forums.models import Post, Topic
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, topic_in

pytestmark = pytest.mark.django_db
WRITTEN = dt.datetime(2026, 3, 5, 23, 30, tzinfo=dt.UTC)


@pytest.fixture
def topic() -> Topic:
    topic = topic_in(forum_of())
    Topic.objects.filter(pk=topic.pk).update(created_at=WRITTEN)
    Post.objects.filter(topic=topic).update(created_at=WRITTEN)
    return topic


def page(client: Client, topic: Topic) -> str:
    return client.get(topic.get_absolute_url(), follow=True).text


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("America/New_York", "2026-03-05T18:30:00-05:00"),
        ("Europe/Kyiv", "2026-03-06T01:30:00+02:00"),
        ("Nowhere/Land", "2026-03-06T00:30:00+01:00"),
    ],
)
def test_a_member_reads_by_her_own_clock(client: Client, topic: Topic, zone: str, expected: str) -> None:
    client.force_login(UserFactory(time_zone=zone), backend="django.contrib.auth.backends.ModelBackend")
    assert f'datetime="{expected}"' in page(client, topic)


def test_a_visitor_reads_by_the_sites_clock_even_after_a_member(client: Client, topic: Topic) -> None:
    client.force_login(UserFactory(time_zone="Asia/Tokyo"), backend="django.contrib.auth.backends.ModelBackend")
    page(client, topic)
    assert 'datetime="2026-03-06T00:30:00+01:00"' in page(Client(), topic)


def test_who_has_no_session_costs_no_statement(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert client.get("/health/live").status_code == 200
