"""The home page of a member begins with what is new for her; that of a visitor with what this is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from following.services import set_level
from forums.services.reading import mark_read
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.notifications import follower, happened
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


def test_what_was_said_to_her_stands_first_and_new_topics_are_left_to_the_lists(composed):
    topic = topic_in(title="Co sleduje")
    reader = follower(topic)
    set_level(by=reader, kind="forum", object_id=topic.forum_id, level="overview")
    reply_to(topic, by=member_of(topic.platform, name="Eva Druhá"))
    topic_in(topic.forum, title="Nové téma")
    happened()
    text = page_for(reader)
    told = text[text.index("Pro vás") : text.index("Nepřečtené na mých platformách")]
    assert "Eva Druhá" in told
    assert "Nové téma" not in told


def test_who_belongs_nowhere_is_led_to_the_platforms(composed):
    topic = topic_in(title="Někde jinde")
    text = page_for(UserFactory())
    assert topic.platform.name in text
    assert text.count('class="empty-state"') == 1
    assert "Někde jinde" in text


def test_a_call_with_a_deadline_is_coming_up_and_news_stand_beside(composed):
    tomorrow = timezone.localdate() + timedelta(days=1)
    pages.news(title="Výzva obcím", news_kind="call", deadline=tomorrow)
    pages.news(title="Stará výzva", news_kind="call", deadline=tomorrow - timedelta(days=9))
    text = page_for(UserFactory())
    beside = text[text.index('<aside class="rail"') :]
    assert beside.index("Výzva obcím") < beside.index("Stará výzva")
    assert 'class="rail"' not in page_for(None)


def test_an_empty_site_still_tells_a_member_what_to_do(home):
    text = page_for(UserFactory())
    assert text.count("<h1") == 1
    assert 'href="/cs/platforms/"' in text
