"""What forums show on the pages of others: only what the viewer may read, the latest first, at a fixed price."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.panels import panels_for
from core.viewer import VISITOR, viewer_for
from forums.services import hide_post, hide_topic
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.platforms import PlatformFactory, member_of
from tests.factories.vocabulary import AreaFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


def shown(place: str, about: Any, viewer: Any = VISITOR) -> list[str]:
    panel = next(panel for panel in panels_for(place) if panel.template.startswith("forums/"))
    context = panel.provide(about, viewer) or {}
    return [row["title"] for row in context.get("rows", context.get("entries", []))]


@pytest.fixture
def place() -> Any:
    """A platform in a territory, with a public topic in an area, one for members, and a hidden one."""
    platform, area, territory = PlatformFactory(), AreaFactory(), TerritoryFactory()
    platform.territories.add(territory)
    author = member_of(platform)
    public, closed = forum_of(platform), forum_of(platform, slug="members")
    topic_in(public, by=author, title="Veřejné", areas=[area])
    topic_in(closed, by=author, title="Pro členy", areas=[area])
    hide_topic(topic_in(public, by=author, title="Skryté", areas=[area]), by=platform.author)
    topic_in(title="Jinde")
    return {"platform": platform, "area": area, "territory": territory, "person": author}


@pytest.mark.parametrize("name", ["platform", "area", "territory", "person"])
def test_a_panel_shows_what_belongs_there_and_may_be_read(place: Any, name: str) -> None:
    about, platform = place[name], place["platform"]
    assert shown(name, about) == ["Veřejné"]
    assert shown(name, about, viewer_for(UserFactory())) == ["Veřejné"]
    assert shown(name, about, viewer_for(member_of(platform))) == ["Pro členy", "Veřejné"]
    assert shown(name, about, viewer_for(platform.author)) == ["Pro členy", "Veřejné"]


def test_the_home_page_shows_the_latest_of_all(place: Any) -> None:
    assert shown("home.topics", None) == ["Jinde", "Veřejné"]
    assert shown("home.topics", None, viewer_for(place["platform"].author)) == ["Jinde", "Pro členy", "Veřejné"]


def test_a_person_is_not_shown_with_a_post_that_was_hidden() -> None:
    topic = topic_in(title="Téma")
    person = member_of(topic.platform)
    post = reply_to(topic, by=person)
    assert shown("person", person) == ["Téma"]
    hide_post(post, by=topic.platform.author)
    assert shown("person", person) == []


def test_a_place_without_topics_has_no_panel() -> None:
    assert [shown(name, about) for name, about in (("area", AreaFactory()), ("person", UserFactory()))] == [[], []]


@pytest.mark.parametrize("name", ["platform", "area", "person"])
def test_a_panel_costs_the_same_with_many_topics(place: Any, name: str) -> None:
    prices = []
    for number in (1, 8):
        for _ in range(number):
            topic_in(forum_of(place["platform"]), by=place["person"], areas=[place["area"]])
        with CaptureQueriesContext(connection) as captured:
            shown(name, place[name])
        prices.append(len(captured))
    assert prices[0] == prices[1] <= 2
