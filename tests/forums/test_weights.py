"""What a page weighs before it is compressed, with rows and posts as people write them."""

import re
from typing import Any

import pytest
from django.test import Client

from forums.models import Topic
from forums.paging import PER_PAGE
from forums.services import lock_topic, pin_topic
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db

KB = 1000
HASH = len(".0123456789ab")  # what production adds to the name of every static file
TITLES = (
    "Kauce a první nájem: kdo za rodinu ručí městu?",
    "Tlumočení po telefonu u rušné přepážky úřadu",
    "Dvojjazyčný zápis do školky, kdo má formulář mongolsky?",
    "Ubytovna se zavírá: kam s agenturními pracovníky a dětmi?",
    "Kolik nás stojí jedna konzultace a jak ji počítáte",
    "Komunitní centrum v obci do deseti tisíc obyvatel",
)
NAMES = ("Jana Novotná", "Ondřej Kaláb", "Kateryna Bondarenko", "Lucie Macháčková", "Nguyễn Thị Hoa", "Věra Šťastná")
SENTENCE = "Po dohodě s ubytovnou jsme s dětmi chodili do školy každý den a všechno se třikrát změnilo. "
TEXT = 16 * KB  # of letters in twenty posts


def weight(address: str, person: Any = None) -> int:
    client = Client()
    if person is not None:
        client.force_login(person)
    answer = client.get(address)
    assert answer.status_code == 200
    return len(answer.content) + HASH * len(re.findall(rb'"/static/', answer.content))


def a_full_list(*, topics: int) -> Any:
    platform = PlatformFactory(names={"cs": "Integrační platforma Libereckého kraje", "en": "Liberec"}, slug="liberec")
    forum = forum_of(platform)
    people = [member_of(platform, name=name) for name in NAMES]
    organisation = OrganisationFactory(name="Město Lípová nad Nisou")
    for number in range(topics):
        topic = topic_in(
            forum,
            by=people[number % len(people)],
            title=TITLES[number % len(TITLES)],
            language="uk" if number % 5 == 4 else "cs",
            on_behalf_of=organisation,
        )
        if number % 6:
            reply_to(topic, by=people[0])
        if number % 10 == 3:
            lock_topic(topic, by=platform.author)
        if number % 10 == 5:
            pin_topic(topic, by=platform.author)
    return forum


def test_a_list_of_topics_weighs_little() -> None:
    forum = a_full_list(topics=PER_PAGE + 2)
    member = member_of(forum.platform)
    for address in ("/cs/topics/", forum.get_absolute_url()):
        assert weight(address) <= 25 * KB
        assert weight(address, member) <= 30 * KB


def a_full_topic() -> Topic:
    forum = a_full_list(topics=14)
    people = [member_of(forum.platform, name=name) for name in NAMES]
    organisation = OrganisationFactory(name="Centrum na podporu integrace")
    text = (SENTENCE * 10)[: TEXT // 20]
    topic = topic_in(forum, by=people[0], title=TITLES[3], text=text, on_behalf_of=organisation)
    for number in range(1, 20):
        reply_to(topic, by=people[number % len(people)], text=text, on_behalf_of=organisation)
    return topic


def test_a_page_of_a_topic_weighs_little() -> None:
    topic = a_full_topic()
    assert weight(topic.get_absolute_url()) <= 45 * KB
    # With the composer, and what she may do with each post.
    assert weight(topic.get_absolute_url(), member_of(topic.platform)) <= 75 * KB
