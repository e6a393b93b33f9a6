"""Platform, its people and the directory ask the same of the database for 5 and for 50 rows."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organisations.services import set_affiliation
from platforms.models import Platform
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, topic_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db


def statements(address: str, person: Any) -> int:
    client = Client()
    if person is not None:
        client.force_login(person)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def colleague_of(platform: Platform) -> Any:
    person = member_of(platform)
    set_affiliation(person, by=person, organisation=OrganisationFactory(), position="Koordinátorka")
    return person


@pytest.mark.parametrize(("who", "budget"), [("visitor", 12), ("member", 17)])
def test_a_platform(who: str, budget: int) -> None:
    platform = PlatformFactory()
    person = member_of(platform) if who == "member" else None
    counts = []
    for rows in (5, 45):
        for _number in range(rows):
            topic_in(forum_of(platform), by=colleague_of(platform))
        counts.append(statements(platform.get_absolute_url(), person))
    assert counts[0] == counts[1] <= budget


def test_the_people_of_a_platform() -> None:
    platform = PlatformFactory()
    person = member_of(platform)
    counts = []
    for rows in (5, 45):
        for _number in range(rows):
            colleague_of(platform)
        counts.append(statements(f"{platform.get_absolute_url()}people/", person))
    assert counts[0] == counts[1] <= 10


@pytest.mark.parametrize("who", ["organisations", "people"])
def test_the_directory(who: str) -> None:
    person, platform = UserFactory(), PlatformFactory()
    counts = []
    for rows in (5, 45):
        for _number in range(rows):
            colleague_of(platform)
        counts.append(statements(f"/cs/platforms/directory/?who={who}", person))
    assert counts[0] == counts[1] <= 14
