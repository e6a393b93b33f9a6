"""What a reader may know of an entry: who keeps it, when it changed, whether its own people confirmed it."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Shown
from accounts.services.profile import change_profile
from organisations.services import change_organisation, confirm_organisation, set_affiliation
from tests.factories.accounts import UserFactory
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db


def codes(answer) -> list[str]:
    """Return what the byline says."""
    return answer.context["byline"].codes.split()


@pytest.fixture
def colleague() -> object:
    return UserFactory(name="Karel Kolega")


@pytest.fixture
def organisation(colleague: object) -> object:
    entry = OrganisationFactory(name="Město Lípová", by=UserFactory(name="Anna Zakladatelka"))
    set_affiliation(colleague, by=colleague, organisation=entry)
    return entry


def test_an_entry_without_people_names_who_added_it(client: Client) -> None:
    entry = OrganisationFactory(by=UserFactory(name="Anna Zakladatelka"))
    answer = client.get(entry.get_absolute_url())
    assert "Anna Zakladatelka" in answer.text
    assert "unconfirmed" in codes(answer)


def test_its_own_people_keep_it_and_are_asked_to_sign_in_for(client: Client, organisation) -> None:
    answer = client.get(organisation.get_absolute_url())
    assert "Anna Zakladatelka" not in answer.text
    assert f"{reverse('account_login')}?next=" in answer.text
    assert "Karel Kolega" not in answer.text


def test_only_its_own_people_confirm_it(client: Client, organisation, colleague) -> None:
    address = reverse("organisations:confirm", args=[organisation.pk])
    assert client.post(address).status_code == 302  # to the sign-in
    client.force_login(UserFactory())
    assert client.post(address).status_code == 404
    organisation.refresh_from_db()
    assert organisation.confirmed_at is None
    client.force_login(colleague)
    assert client.post(address).status_code == 302
    assert "confirmed" in codes(client.get(organisation.get_absolute_url()))


def test_a_change_by_its_own_people_confirms_it_and_by_others_does_not(organisation, colleague) -> None:
    change_organisation(organisation, by=organisation.author, areas=[], fields={"website": "https://lipova.example"})
    assert organisation.confirmed_at is None
    change_organisation(organisation, by=colleague, areas=[], fields={"website": ""})
    assert organisation.confirmed_at == organisation.updated_at
    assert not confirm_organisation(organisation, by=organisation.author)


def test_who_keeps_an_empty_entry_is_told_what_to_write(client: Client, organisation, colleague) -> None:
    before = client.get(organisation.get_absolute_url()).text
    client.force_login(colleague)
    assert before.count("page-head__actions") == 0
    assert "page-head__actions" in client.get(organisation.get_absolute_url()).text


@pytest.mark.parametrize(
    ("country", "name"), [("CZ", "Česko"), ("DE", "Německo"), ("EU", "Evropská unie"), ("XX", "XX")]
)
def test_a_country_is_named_in_the_readers_language(client: Client, country: str, name: str) -> None:
    assert name in client.get(OrganisationFactory(country=country).get_absolute_url()).text


def test_a_person_says_where_she_works_what_she_reads_and_when_she_last_wrote(
    client: Client, colleague, organisation
) -> None:
    change_profile(colleague, by=colleague, changes={"shown_to": Shown.EVERYBODY})
    colleague.reads = ["cs", "vi"]
    colleague.save()
    answer = client.get(colleague.get_absolute_url())
    assert "Město Lípová" in answer.text
    assert 'lang="vi"' in answer.text
    assert {"reads", "changed"} <= set(codes(answer))


def test_an_empty_profile_invites_its_person_and_nobody_else(client: Client, colleague) -> None:
    edit = reverse("accounts:edit-profile")
    client.force_login(UserFactory())
    assert edit not in client.get(colleague.get_absolute_url()).text
    client.force_login(colleague)
    assert client.get(colleague.get_absolute_url()).text.count(edit) == 2
