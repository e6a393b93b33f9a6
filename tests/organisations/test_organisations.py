"""Organisations and affiliations: services, permissions, pages."""

import pytest
from django.test import Client

from organisations.models import Affiliation, Organisation
from organisations.services import set_affiliation
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db

FORM = {"name": "Spolek Most", "kind": "ngo", "country": "CZ", "website": "", "about_cs": "Učíme česky."}


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_new_affiliation_ends_the_former_one() -> None:
    person, first, second = UserFactory(), OrganisationFactory(), OrganisationFactory()
    assert set_affiliation(person, by=person, organisation=first, position="referentka")
    assert not set_affiliation(person, by=person, organisation=first, position="referentka")
    assert set_affiliation(person, by=person, organisation=second)
    rows = Affiliation.objects.filter(person=person).order_by("pk")
    assert [row.until is None for row in rows] == [False, True]


def test_affiliations_change_the_count_of_organisations(drain: object) -> None:
    platform = PlatformFactory()
    person = member_of(platform)
    set_affiliation(person, by=person, organisation=OrganisationFactory())
    drain()  # type: ignore[operator]  # the fixture is a function
    platform.refresh_from_db()
    assert platform.organisation_count == 1


@pytest.mark.parametrize(("who", "status"), [("outsider", 404), ("author", 200), ("colleague", 200), ("admin", 200)])
def test_who_may_edit(who: str, status: int) -> None:
    organisation = OrganisationFactory()
    colleague = UserFactory()
    set_affiliation(colleague, by=colleague, organisation=organisation)
    cast = {
        "outsider": UserFactory(),
        "author": organisation.author,
        "colleague": colleague,
        "admin": AdminFactory(),
    }
    answer = signed_in(cast[who]).get(f"/cs/organisations/{organisation.pk}/edit/")
    assert answer.status_code == status


def test_adding_one_from_the_page_and_an_outdated_address() -> None:
    assert signed_in(UserFactory()).post("/cs/organisations/new/", FORM).status_code == 302
    organisation = Organisation.objects.get(name="Spolek Most")
    assert Client().get(organisation.get_absolute_url()).status_code == 200
    assert Client().get(f"/cs/organisations/{organisation.pk}-stare-jmeno/").status_code == 301


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", "x" * 1_000_000), ("website", "javascript:alert(1)"), ("kind", "nonsense")],
)
def test_bad_input_is_an_error_on_the_field(field: str, value: str) -> None:
    answer = signed_in(UserFactory()).post("/cs/organisations/new/", {**FORM, field: value})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Učíme česky." in answer.content.decode()


def test_a_hidden_organisation_is_not_there() -> None:
    organisation = OrganisationFactory(state="hidden")
    assert Client().get(organisation.get_absolute_url()).status_code == 404


def test_who_added_it_says_that_she_works_there_and_no_longer(client: Client) -> None:
    author = UserFactory()
    organisation = OrganisationFactory(by=author)
    client.force_login(author)
    address = f"/cs/organisations/{organisation.pk}/work-here/"
    assert address in client.get(organisation.get_absolute_url()).content.decode()
    for here, count in (("1", 1), ("1", 1), ("0", 0)):
        assert client.post(address, {"here": here}).status_code == 302
        assert Affiliation.objects.filter(person=author, until__isnull=True).count() == count
    client.force_login(UserFactory())
    assert client.post(address, {"here": "1"}).status_code == 404
