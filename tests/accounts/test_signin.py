"""Signing in: who may, where it leads, and how often one may try."""

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.services import add_person, close_account, reinstate, suspend
from core.models import OutboxEvent
from tests.factories.accounts import PASSWORD, AdminFactory, UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/cs/accounts/login/"


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    cache.clear()


def sign_in(client: Client, email: str = "jana@example.org", *, password: str = PASSWORD, onward: str = ""):
    return client.post(LOGIN, {"login": email, "password": password, "next": onward})


@pytest.mark.parametrize("written", ["jana@example.org", "Jana@Example.ORG"])
def test_a_member_signs_in_and_comes_to_her_page(client: Client, written: str) -> None:
    UserFactory(email="jana@example.org")
    assert sign_in(client, written).headers["Location"] == "/cs/me/"


@pytest.mark.parametrize("onward", ["/go/topic/7/", "/cs/topics/412-ubytovny/?page=2"])
def test_a_link_of_a_mail_leads_through_sign_in_to_that_very_place(client: Client, onward: str) -> None:
    UserFactory(email="jana@example.org")
    assert sign_in(client, onward=onward).headers["Location"] == onward


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_no_link_leads_to_another_site(client: Client, onward: str) -> None:
    UserFactory(email="jana@example.org")
    assert sign_in(client, onward=onward).headers["Location"] == "/cs/me/"


@pytest.mark.parametrize("email", ["jana@example.org", "nobody@example.org"])
def test_a_wrong_password_and_an_unknown_address_look_alike(client: Client, email: str) -> None:
    UserFactory(email="jana@example.org")
    answer = sign_in(client, email, password="wrong")
    assert answer.status_code == 422
    assert len(answer.context["form"].errors["__all__"]) == 1


def test_after_five_wrong_passwords_one_waits(client: Client) -> None:
    UserFactory(email="jana@example.org")
    for _ in range(5):
        sign_in(client, password="wrong")
    answer = sign_in(client)
    assert answer.status_code == 422
    assert "_auth_user_id" not in client.session


def test_a_suspended_person_reads_why_she_cannot_sign_in(client: Client) -> None:
    person = UserFactory(email="jana@example.org")
    suspend(person, by=AdminFactory(), reason="Opakovaný spam")
    answer = sign_in(client)
    assert answer.status_code == 403
    assert "Opakovaný spam" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_suspension_ends_a_session_and_can_end(client: Client) -> None:
    person = UserFactory(email="jana@example.org")
    client.force_login(person)
    suspend(person, by=AdminFactory(), reason="Spam")
    assert client.get("/cs/me/").status_code == 302
    reinstate(person, by=AdminFactory())
    assert sign_in(client).headers["Location"] == "/cs/me/"


def test_a_closed_account_is_like_none(client: Client) -> None:
    person = UserFactory(email="jana@example.org")
    close_account(person, by=person)
    assert sign_in(client).status_code == 422


def test_signing_out_needs_a_post(client: Client) -> None:
    client.force_login(UserFactory())
    assert client.get("/cs/accounts/logout/").status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/cs/accounts/logout/").headers["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_too_many_sign_ups_get_a_page_that_says_so(client: Client) -> None:
    form = {"name": "Jana", "email": "jana@example.org", "password1": "x", "password2": "x"}
    answers = [client.post("/cs/accounts/signup/", form) for _ in range(21)]
    assert answers[0].status_code == 422
    assert answers[-1].status_code == 429
    assert "<h1>" in answers[-1].content.decode()


def test_a_person_who_is_added_is_a_member_and_the_site_is_told() -> None:
    person = add_person(by=None, email="Eva@Example.org", name="Eva Malá", persona="editor")
    assert (person.email, person.handle, person.state) == ("eva@example.org", "eva-mala", "active")
    assert OutboxEvent.objects.get().payload == {"person_id": person.pk}
