"""The directory finds organisations and people by name without diacritics, and never more than the viewer may see."""

import pytest
from django.test import Client

from tests.factories.accounts import UserFactory
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db


def found(query: str) -> str:
    answer = Client().get(f"/cs/platforms/directory/?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_name_is_found_without_diacritics() -> None:
    OrganisationFactory(name="Město Žďárek")
    assert "Město Žďárek" in found("q=zdarek")


def test_hidden_organisations_are_not_there() -> None:
    OrganisationFactory(name="Skrytá", state="hidden")
    assert "Skrytá" not in found("")


def test_filters_narrow() -> None:
    OrganisationFactory(name="Škola Na Kopci", kind="school")
    OrganisationFactory(name="Úřad Dole", kind="town")
    page = found("kind=school")
    assert "Škola Na Kopci" in page
    assert "Úřad Dole" not in page


@pytest.mark.parametrize("query", ["kind=nonsense", "area=XXX", "territory=Nikde", "page=999", "page=abc", "q=%00"])
def test_nonsense_in_the_address_is_no_error(query: str) -> None:
    assert found(query)


def test_visitors_find_only_people_who_agreed() -> None:
    UserFactory(name="Jana Skrytá")
    assert "Jana Skrytá" not in found("who=people")
