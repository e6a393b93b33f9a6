"""The home page in numbers and names for a visitor, and the list of platforms with a member's own first."""

from typing import Any

import pytest
from django.test import Client

from core.site import raise_epoch, site_settings
from core.viewer import VISITOR, Viewer, viewer_for
from organisations.services import set_affiliation
from platforms.services import join
from platforms.who_is_here import who_is_here
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.forums import forum_of, topic_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db


def page_for(person: Any, address: str) -> str:
    client = Client()
    if person is not None:
        client.force_login(person)
    return client.get(address).text


def here(viewer: Viewer = VISITOR) -> dict[str, Any] | None:
    return who_is_here(viewer, epoch=site_settings().epoch)


def numbers() -> dict[str, int]:
    shown = here()
    return {row["label"]: row["value"] for row in shown["statistics"]} if shown else {}


def test_an_empty_site_has_nothing_to_count() -> None:
    assert here() is None


def test_a_visitor_learns_who_is_here() -> None:
    platform = PlatformFactory()
    person = member_of(platform)
    set_affiliation(person, by=person, organisation=OrganisationFactory(name="Obec Dolní"), position="")
    OrganisationFactory(country="AT")
    assert numbers() == {"Lidé": 2, "Organizace": 2, "Platformy": 1}
    shown = here()
    assert "Obec Dolní" in [row["name"] for row in shown["organisations"]]
    assert shown["statistics"][0]["note"]


def test_who_is_on_two_platforms_is_counted_once() -> None:
    first, second = PlatformFactory(), PlatformFactory()
    person = member_of(first)
    join(second, by=person)
    assert numbers()["Lidé"] == 3  # the two who founded them, and she


@pytest.mark.parametrize("visibility", ["listed", "hidden"])
def test_what_a_visitor_may_not_see_is_not_counted(visibility: str) -> None:
    PlatformFactory(visibility=visibility)
    assert numbers() == {}


def test_a_new_organisation_is_counted_at_once() -> None:
    PlatformFactory()
    before = numbers()
    OrganisationFactory()
    raise_epoch()  # as the service does that makes one
    assert numbers().get("Organizace", 0) == before.get("Organizace", 0) + 1


def test_a_member_is_not_told_what_visitors_are() -> None:
    PlatformFactory()
    assert here(viewer_for(UserFactory())) is None


def test_the_list_begins_with_her_own_and_what_is_new_there() -> None:
    mine, other = PlatformFactory(), PlatformFactory(joining="request")
    topic_in(forum_of(mine))
    page = page_for(member_of(mine), "/cs/platforms/")
    page = page[page.index("<main") : page.index("</main>")]
    assert page.index(mine.name) < page.index(other.name)
    assert page.count("1 nov") == 1
    assert page.count(f'href="{mine.get_absolute_url()}"') == 1


def test_a_visitor_has_no_list_of_her_own() -> None:
    PlatformFactory()
    assert "Moje platformy" not in page_for(None, "/cs/platforms/")


@pytest.mark.parametrize(("who", "new"), [("visitor", False), ("administrator", True)])
def test_an_empty_list_says_what_comes_next(who: str, new: bool) -> None:
    page = page_for(AdminFactory() if who == "administrator" else None, "/cs/platforms/")
    assert 'class="empty-state"' in page
    assert ('href="/cs/platforms/new/"' in page) is new


@pytest.mark.parametrize("who", ["coordinator", "member"])
def test_requests_wait_on_the_page_for_those_who_decide(who: str) -> None:
    platform = PlatformFactory(joining="request")
    join(platform, by=UserFactory())
    person = platform.author if who == "coordinator" else member_of(platform)
    page = page_for(person, platform.get_absolute_url())
    assert ('class="notice notice--warn"' in page) is (who == "coordinator")
