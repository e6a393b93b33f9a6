"""Pages of platforms: who sees them, what the buttons do, what bad input becomes, and how little they ask."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory, member_of, membership_of

pytestmark = pytest.mark.django_db


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize(
    ("visibility", "visitor", "outsider", "member"),
    [("public", 200, 200, 200), ("listed", 404, 200, 200), ("hidden", 404, 404, 200)],
)
def test_who_sees_a_platform(visibility: str, visitor: int, outsider: int, member: int) -> None:
    platform = PlatformFactory(visibility=visibility)
    address = f"/cs/platforms/{platform.slug}/"
    assert Client().get(address).status_code == visitor
    assert signed_in(UserFactory()).get(address).status_code == outsider
    assert signed_in(member_of(platform)).get(address).status_code == member


@pytest.mark.parametrize("visibility", ["listed", "hidden"])
def test_lists_hold_only_what_may_be_seen(visibility: str) -> None:
    platform = PlatformFactory(visibility=visibility)
    assert platform.name not in Client().get("/cs/platforms/").content.decode()


def test_joining_from_the_page() -> None:
    platform, person = PlatformFactory(), UserFactory()
    client = signed_in(person)
    assert client.get(f"/cs/platforms/{platform.slug}/join/").status_code == 200
    answer = client.post(f"/cs/platforms/{platform.slug}/join/", follow=True)
    assert answer.status_code == 200
    assert membership_of(person, platform).state == "active"


def test_a_message_of_2000_characters_is_refused_on_its_field() -> None:
    platform = PlatformFactory(joining="request")
    typed = "a" * 2000
    answer = signed_in(UserFactory()).post(f"/en/platforms/{platform.slug}/join/", {"message": typed})
    assert answer.status_code == 422
    assert typed in answer.content.decode()
    assert answer.context["form"].errors["message"]


def test_a_request_is_accepted_by_the_coordinator_only() -> None:
    platform, person = PlatformFactory(joining="request"), UserFactory()
    signed_in(person).post(f"/cs/platforms/{platform.slug}/join/", {"message": "Dobrý den"})
    address = f"/cs/platforms/memberships/{membership_of(person, platform).pk}/decide/"
    assert signed_in(member_of(platform)).post(address, {"decision": "accept"}).status_code == 404
    assert signed_in(platform.author).post(address, {"decision": "accept"}).status_code == 302
    assert membership_of(person, platform).state == "active"


def test_people_show_to_members_of_the_network_only() -> None:
    platform = PlatformFactory()
    address = f"/cs/platforms/{platform.slug}/people/"
    assert Client().get(address).status_code == 404
    assert signed_in(UserFactory()).get(address).status_code == 200


def test_an_administrator_makes_a_platform_and_others_do_not_find_the_page() -> None:
    form = {
        "name_cs": "Liberecký kraj",
        "slug": "liberec",
        "level": "regional",
        "visibility": "public",
        "joining": "open",
    }
    assert signed_in(UserFactory()).post("/cs/platforms/new/", form).status_code == 404
    assert signed_in(AdminFactory()).post("/cs/platforms/new/", form).status_code == 302
    assert Client().get("/cs/platforms/liberec/").status_code == 200


def test_a_reserved_word_is_refused_on_its_field() -> None:
    form = {
        "name_cs": "X",
        "slug": "directory",
        "level": "regional",
        "visibility": "public",
        "joining": "open",
    }
    answer = signed_in(AdminFactory()).post("/cs/platforms/new/", form)
    assert answer.status_code == 422
    assert "slug" in answer.context["form"].errors


def _statements(address: str, client: Client) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_list_asks_the_same_for_5_and_for_50_platforms() -> None:
    client = signed_in(UserFactory())
    PlatformFactory.create_batch(5)
    few = _statements("/cs/platforms/", client)
    PlatformFactory.create_batch(45)
    assert _statements("/cs/platforms/", client) == few


def test_people_ask_the_same_for_5_and_for_50_members() -> None:
    platform = PlatformFactory()
    client = signed_in(platform.author)
    for _ in range(5):
        member_of(platform)
    few = _statements(f"/cs/platforms/{platform.slug}/people/", client)
    for _ in range(45):
        member_of(platform)
    assert _statements(f"/cs/platforms/{platform.slug}/people/", client) == few


@pytest.mark.parametrize("who", ["organisations", "people"])
def test_the_directory_asks_the_same_for_5_and_for_50(who: str) -> None:
    client, make = signed_in(UserFactory()), OrganisationFactory if who == "organisations" else UserFactory
    make.create_batch(5)
    few = _statements(f"/cs/platforms/directory/?who={who}", client)
    make.create_batch(45)
    assert _statements(f"/cs/platforms/directory/?who={who}", client) == few
