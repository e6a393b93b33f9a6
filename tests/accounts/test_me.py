"""/me/: each form writes its own fields and no others, so consent never changes by accident."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from accounts.services import change_profile, rename
from core.models import OutboxEvent, SiteSettings
from core.site import site_settings
from tests.factories.accounts import UserFactory
from tests.factories.vocabulary import TerritoryFactory

pytestmark = pytest.mark.django_db

PAGES = ["/cs/me/", "/cs/me/name/", "/cs/me/profile/", "/cs/me/languages/", "/cs/me/mail/"]


@pytest.fixture
def person(client: Client) -> User:
    user = UserFactory(name="Jana Nová", mail_choice="weekly", reads=["cs", "mk"])
    client.force_login(user)
    return user


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_are_hers(client: Client, person: User, path: str) -> None:
    assert client.get(path).status_code == 200
    assert Client().get(path).headers["Location"].startswith("/cs/accounts/login/?next=")


def test_a_new_name_is_told_to_the_whole_site(client: Client, person: User) -> None:
    epoch = site_settings().epoch
    assert client.post("/cs/me/name/", {"name": "  Jana   Malá "}).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.name_key) == ("Jana Malá", "jana mala")
    assert SiteSettings.objects.get().epoch == epoch + 1
    assert OutboxEvent.objects.get().name == "accounts.person_renamed"


def test_the_same_name_changes_nothing(person: User) -> None:
    assert rename(person, name="Jana Nová", by=person) is False
    assert not OutboxEvent.objects.exists()


@pytest.mark.parametrize(
    ("path", "data", "field", "value"),
    [
        ("/cs/me/mail/", {"mail_choice": "instant"}, "mail_choice", "instant"),
        (
            "/cs/me/languages/",
            {"language": "en", "reads": ["en", "vi"], "time_zone": "UTC"},
            "reads",
            ["en", "vi", "mk"],
        ),
        ("/cs/me/languages/", {"language": "en", "reads": [], "time_zone": "UTC"}, "language", "en"),
    ],
)
def test_a_form_writes_its_fields(client: Client, person: User, path: str, data: Any, field: str, value: Any) -> None:
    assert client.post(path, data).status_code == 302
    person.refresh_from_db()
    assert getattr(person, field) == value
    if "mail_choice" not in data:
        assert person.mail_choice == "weekly"


def test_the_answer_comes_in_the_new_language(client: Client, person: User) -> None:
    answer = client.post("/cs/me/languages/", {"language": "en", "reads": ["en"], "time_zone": "UTC"})
    assert answer.headers["Location"] == "/en/me/"


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/cs/me/name/", {"name": ""}),
        ("/cs/me/mail/", {"mail_choice": "daily"}),
        ("/cs/me/mail/", {}),
        ("/cs/me/languages/", {"language": "xx", "time_zone": "Mars/Base"}),
        ("/cs/me/profile/", {"shown_to": "friends", "show_email_to": "nobody"}),
        ("/cs/me/profile/", {"position": "x" * 161, "shown_to": "members", "show_email_to": "nobody"}),
        ("/cs/me/profile/", {"areas": ["no-such"], "shown_to": "members", "show_email_to": "nobody"}),
    ],
)
def test_wrong_input_is_shown_again(client: Client, person: User, path: str, data: Any) -> None:
    assert client.post(path, data).status_code == 422
    person.refresh_from_db()
    assert (person.mail_choice, person.language) == ("weekly", "cs")


def test_a_profile_is_shown_to_whom_she_chose(client: Client, person: User) -> None:
    data = {"shown_to": "everybody", "show_email_to": "members", "position": "Koordinátorka", "about-cs": "Školy"}
    assert client.post("/cs/me/profile/", data).status_code == 302
    profile = User.objects.get(pk=person.pk).profile
    assert (profile.audience_id, profile.about, profile.version) == ("public", {"cs": "Školy"}, 2)
    assert profile.listed_in_directory is False


def test_a_service_refuses_a_field_that_is_not_its_own(person: User) -> None:
    with pytest.raises(KeyError):
        change_profile(person, by=person, changes={"audience_id": "public"})


PROFILE = {"shown_to": "everybody", "show_email_to": "nobody"}


def test_places_are_chosen_by_name_and_shown(client: Client, person: User) -> None:
    district = TerritoryFactory(names={"cs": "Mělník"}, code="D1", level="district")
    TerritoryFactory(names={"cs": "Děčín"}, code="M1")
    TerritoryFactory(names={"cs": "Nová Ves"}, code="M2", parent=district)
    TerritoryFactory(names={"cs": "Nová Ves"}, code="M3")
    typed = ["decin", "Nová Ves (Mělník)"]
    assert client.post("/cs/me/profile/", {**PROFILE, "territories": typed}).status_code == 302
    assert User.objects.get(pk=person.pk).profile.territories == ["M1", "M2"]
    assert "Nová Ves (Mělník)" in client.get("/cs/me/profile/").content.decode()
    assert "Nová Ves (Mělník)" in Client().get(f"/cs/people/{person.handle}/").content.decode()


@pytest.mark.parametrize("typed", ["Atlantida", "Nová Ves"])
def test_a_place_that_is_not_certain_is_asked_about(client: Client, person: User, typed: str) -> None:
    for code in ("D1", "D2"):
        above = TerritoryFactory(names={"cs": f"Okres {code}"}, code=code, level="district")
        TerritoryFactory(names={"cs": "Nová Ves"}, code=f"{code}-nova-ves", parent=above)
    answer = client.post("/cs/me/profile/", {**PROFILE, "territories": [typed]})
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.content.decode()
