"""The home page of a member begins with what is new for her; that of a visitor with what this is."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from forums.services.reading import mark_read
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.platforms import member_of

pytestmark = pytest.mark.django_db
BODY = [
    ("hero", {"heading": "Místo, kde se potkávají", "lead": ""}),
    ("live", {"heading": "", "place": "home.topics"}),
]


@pytest.fixture
def composed(home):
    home.body = BODY
    home.save_revision().publish()
    return home


def page_for(person):
    client = Client()
    if person is not None:
        client.force_login(person)
    return client.get("/cs/").text


def test_a_visitor_reads_what_this_is(composed):
    assert "Místo, kde se potkávají" in page_for(None)
    assert "Nepřečtené na mých platformách" not in page_for(None)


def test_a_member_reads_what_she_has_not_read_yet(composed):
    topic = topic_in(title="Kauce a první nájem")
    person = member_of(topic.platform)
    text = page_for(person)
    assert "Místo, kde se potkávají" not in text
    assert text.count("<h1") == 1
    assert text.index("Nepřečtené na mých platformách") < text.index("Kauce a první nájem")


def test_what_she_read_and_what_is_elsewhere_is_not_among_it(composed):
    topic = topic_in(title="Přečtené")
    topic_in(title="Na jiné platformě")
    person = member_of(topic.platform)
    mark_read(topic, by=person, position=1)
    text = page_for(person)
    assert "Všechno máte přečtené" in text
    reply_to(topic)
    assert "Všechno máte přečtené" not in page_for(person)


def test_it_asks_the_same_for_few_and_for_many(composed):
    forum = forum_of()
    client = Client()
    client.force_login(member_of(forum.platform))
    counts = []
    for rows in (5, 45):
        for _number in range(rows):
            topic_in(forum, by=UserFactory())
        client.get("/cs/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/cs/")
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 14, [query["sql"][:120] for query in captured]
