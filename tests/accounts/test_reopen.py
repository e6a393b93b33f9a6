"""Who closed her account can take it back for fourteen days, by the link of the mail; then nothing brings it back."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import AccountState, SealedIdentity, User
from accounts.services import change_profile
from accounts.services.close import destroy_sealed
from mail.models import OutgoingMail
from tests.factories.accounts import PASSWORD, AdminFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client: Client) -> User:
    user = UserFactory(name="Jana Nová", handle="jana-nova", email="jana@example.org", mail_choice="weekly")
    change_profile(user, by=user, changes={"shown_to": "everybody", "about": {"cs": "Učím"}, "territories": ["CZ010"]})
    client.force_login(user)
    return user


def closed(client: Client) -> str:
    """Close the account through the page and return the path of the link in the mail."""
    assert client.post("/cs/me/close/", {"password": PASSWORD, "sure": "on"}).status_code == 200
    mail = OutgoingMail.objects.get(to="jana@example.org")
    found = re.search(r"https?://[^/]+(/cs/me/reopen/\S+)", mail.text)
    assert found
    return found[1]


def test_closing_signs_her_out_and_mails_the_way_back(client: Client, person: User) -> None:
    assert "/cs/me/close/" in client.get("/cs/me/").content.decode()
    closed(client)
    assert client.get("/cs/me/").status_code == 302
    assert Client().get("/cs/people/jana-nova/").status_code == 404


@pytest.mark.parametrize("data", [{}, {"sure": "on", "password": "wrong"}, {"password": PASSWORD}])
def test_it_is_closed_only_when_she_is_sure(client: Client, person: User, data: dict[str, str]) -> None:
    assert client.post("/cs/me/close/", data).status_code == 422
    person.refresh_from_db()
    assert person.state == AccountState.ACTIVE


def test_the_link_brings_everything_back(client: Client, person: User) -> None:
    link = closed(client)
    assert Client().get(link).status_code == 200
    assert not User.objects.filter(pk=person.pk, state="active").exists()
    assert client.post(link).headers["Location"] == "/cs/accounts/login/"
    back = User.objects.get(pk=person.pk)
    assert (back.name, back.email, back.state) == ("Jana Nová", "jana@example.org", "active")
    assert (back.profile.about, back.profile.territories) == ({"cs": "Učím"}, ["CZ010"])
    assert Client().get("/cs/people/jana-nova/").status_code == 200
    signed = client.post("/cs/accounts/login/", {"login": "jana@example.org", "password": PASSWORD})
    assert signed.status_code == 302
    assert not SealedIdentity.objects.exists()


@pytest.mark.parametrize("end", ["used", "late", "destroyed", "forged"])
def test_a_link_that_does_not_work_says_so(client: Client, person: User, end: str) -> None:
    link = closed(client)
    if end == "used":
        client.post(link)
        client.force_login(User.objects.get(pk=person.pk))
        client.logout()
    else:
        SealedIdentity.objects.update(sealed_at=timezone.now() - timedelta(days=15))
    if end == "destroyed":
        destroy_sealed()
    if end == "forged":
        link = "/cs/me/reopen/nonsense/"
    answer = client.post(link)
    assert answer.status_code == 200
    assert "/cs/accounts/signup/" in answer.content.decode()


def test_an_address_that_is_taken_stays_with_its_new_account(client: Client, person: User) -> None:
    link = closed(client)
    UserFactory(email="jana@example.org")
    assert "/cs/accounts/login/" in client.post(link).content.decode()
    assert User.objects.get(pk=person.pk).state == AccountState.CLOSING


def test_the_last_administrator_stays(client: Client) -> None:
    admin = AdminFactory()
    client.force_login(admin)
    sure = {"password": PASSWORD, "sure": "on"}
    assert client.post("/cs/me/close/", sure).status_code == 422
    AdminFactory()
    assert client.post("/cs/me/close/", sure).status_code == 200
