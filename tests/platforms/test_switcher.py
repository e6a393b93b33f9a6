"""The platforms in the head: a member's own and no others, what is unread there, and the one she is on."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.states import State
from core.viewer import viewer_for
from forums.services.reading import mark_read
from forums.unread import unread_by_platform
from platforms.models import Platform
from platforms.services import change_platform, join, leave
from platforms.services.platforms import set_platform_state
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db
MENU = re.compile(r'<header class="site-header">.*?</header>', re.DOTALL)
BAR = re.compile(r'<nav class="bottom-bar".*?</nav>', re.DOTALL)


def head_of(person: Any, address: str = "/cs/platforms/") -> str:
    client = Client()
    if person is not None:
        client.force_login(person)
    page = client.get(address).text
    return MENU.search(page)[0] + BAR.search(page)[0]


def change(platform: Platform, *, by: Any, **fields: Any) -> None:
    change_platform(platform, by=by, fields=fields, territories=[], areas=[])


def test_a_visitor_has_a_plain_link() -> None:
    platform = PlatformFactory()
    assert platform.name not in head_of(None, "/cs/search/")
    assert head_of(None, "/cs/search/").count('href="/cs/platforms/"') == 2


def test_a_member_finds_her_platforms_in_the_head_and_in_the_bar() -> None:
    mine, other = PlatformFactory(), PlatformFactory()
    head = head_of(member_of(mine), "/cs/topics/")
    assert head.count(mine.get_absolute_url()) == 2
    assert other.get_absolute_url() not in head
    assert head.count('href="/cs/platforms/"') == 2


def test_who_belongs_nowhere_has_a_plain_link() -> None:
    PlatformFactory()
    assert "site-nav__switch" not in head_of(UserFactory())


def test_an_administrator_finds_where_she_belongs_not_all() -> None:
    mine, other = PlatformFactory(), PlatformFactory()
    boss = UserFactory(is_superuser=True)
    join(mine, by=boss, invited=True)
    head = head_of(boss, "/cs/topics/")
    assert mine.get_absolute_url() in head
    assert other.get_absolute_url() not in head


def test_joining_leaving_and_a_new_name_are_seen_at_once() -> None:
    mine, further = PlatformFactory(), PlatformFactory()
    person = member_of(mine)
    assert further.name not in head_of(person, "/cs/topics/")
    join(further, by=person)
    assert further.name in head_of(person, "/cs/topics/")
    leave(further, by=person)
    assert further.name not in head_of(person, "/cs/topics/")
    change(mine, by=person, names={"cs": "Přejmenovaná"})
    assert "Přejmenovaná" in head_of(person, "/cs/topics/")
    set_platform_state(mine, by=person, state=State.HIDDEN)
    assert "Přejmenovaná" not in head_of(person, "/cs/topics/")


@pytest.mark.parametrize("where", ["platform", "forum", "topic"])
def test_the_platform_one_is_on_is_named_and_marked(where: str) -> None:
    topic = topic_in(forum_of(PlatformFactory()))
    person = member_of(topic.platform)
    member_of(PlatformFactory())
    address = {"platform": topic.platform, "forum": topic.forum, "topic": topic}[where].get_absolute_url()
    head = head_of(person, address)
    summary = re.search(r"<summary[^>]*site-nav__switch--here.*?</summary>", head, re.DOTALL)[0]
    assert topic.platform.name in summary
    assert len(re.findall(rf'href="{topic.platform.get_absolute_url()}"\s+aria-current="true"', head)) == 2


def test_a_platform_that_is_not_hers_is_named_while_she_is_there() -> None:
    foreign = PlatformFactory()
    head = head_of(member_of(PlatformFactory()), foreign.get_absolute_url())
    assert len(re.findall(rf'href="{foreign.get_absolute_url()}"\s+aria-current="true"', head)) == 2


def test_a_platform_she_may_not_see_is_never_named() -> None:
    hidden = PlatformFactory()
    topic = topic_in(forum_of(hidden))
    change(hidden, by=topic.author, visibility="hidden")
    head = head_of(member_of(PlatformFactory()), topic.get_absolute_url())
    assert hidden.name not in head


def test_unread_topics_are_counted_and_forgotten_when_read(django_capture_on_commit_callbacks: Any) -> None:
    topic = topic_in()
    person = member_of(topic.platform)
    assert unread_by_platform(viewer_for(person)) == {topic.platform_id: 1}
    assert "1 nov" in head_of(person, "/cs/search/")
    with django_capture_on_commit_callbacks(execute=True):
        mark_read(topic, by=person, position=topic.last_position)
    assert "menu__count" not in head_of(person, "/cs/search/")


def test_a_page_shown_again_asks_nothing_for_it() -> None:
    Client().get("/cs/shortcuts/")
    counts = []
    for platforms in (1, 12):
        person = UserFactory()
        for _number in range(platforms):
            platform = PlatformFactory()
            join(platform, by=person)
            reply_to(topic_in(forum_of(platform)))
        client = Client()
        client.force_login(person)
        with CaptureQueriesContext(connection) as cold:
            client.get("/cs/shortcuts/")
        with CaptureQueriesContext(connection) as warm:
            client.get("/cs/shortcuts/")
        counts.append((len(cold), len(warm)))
    assert counts[0] == counts[1]
    assert counts[0][0] - counts[0][1] <= 4  # names and counts; joining also had the links of the foot read anew
    assert not any("platforms_platform" in query["sql"] or "forums_topic" in query["sql"] for query in warm)
