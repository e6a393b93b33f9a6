"""Signing up: one question about mail, nothing ticked; a confirmed address; nobody learns who has an account."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from accounts.models import AccountState, MailChoice, User
from core.models import OutboxEvent, SiteSettings
from mail.models import OutgoingMail
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    cache.clear()


SIGNUP = "/cs/accounts/signup/"
SENT = "/cs/accounts/confirm-email/"


def filled(**changes: Any) -> dict[str, Any]:
    form = {
        "name": "Jana Nováková",
        "email": "jana@example.org",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "terms": "on",
    }
    return {**form, **changes}


def link_in(mail: OutgoingMail) -> str:
    found = re.search(r"https?://testserver(\S+)", mail.text)
    assert found, mail.text
    return found[1]


def queued(**filters: Any) -> OutgoingMail:
    return OutgoingMail.objects.get(**filters)


def test_signing_up_makes_a_person_who_is_no_member_yet(client: Client) -> None:
    answer = client.post(SIGNUP, filled())
    assert answer.headers["Location"] == SENT
    person = User.objects.get()
    assert (person.name, person.handle, person.state) == ("Jana Nováková", "jana-novakova", AccountState.NEW)
    assert (person.language, person.mail_choice) == ("cs", MailChoice.SITE)
    assert person.terms_accepted_at is not None
    assert not User.objects.active().exists()
    assert not OutboxEvent.objects.exists()


@pytest.mark.parametrize("choice", MailChoice.values)
def test_the_choice_about_mail_is_kept(client: Client, choice: str) -> None:
    client.post(SIGNUP, filled(mail_choice=choice))
    assert User.objects.get().mail_choice == choice


def test_nothing_about_mail_is_ticked(client: Client) -> None:
    page = client.get(SIGNUP).content.decode()
    radios = re.findall(r'<input[^>]*name="mail_choice"[^>]*>', page)
    assert len(radios) == 3
    assert not any("checked" in radio for radio in radios)


@pytest.mark.parametrize("path", [SIGNUP, "/cs/accounts/login/", "/cs/accounts/password/reset/"])
def test_forms_that_take_an_address_link_the_privacy_text(client: Client, path: str) -> None:
    assert '<a href="/cs/privacy/"' in client.get(path).content.decode()


def test_the_mail_confirms_the_address_and_makes_a_member(client: Client) -> None:
    client.post(SIGNUP, filled())
    mail = queued(to="jana@example.org")
    assert mail.purpose == "account"
    client.post(link_in(mail))
    person = User.objects.get()
    assert person.state == AccountState.ACTIVE
    assert EmailAddress.objects.get(user=person).verified
    names = OutboxEvent.objects.values_list("name", flat=True)
    assert set(names) == {"accounts.person_joined", "accounts.mail_choice_changed"}


@pytest.mark.parametrize(("same_browser", "where"), [(True, "/cs/platforms/"), (False, "/cs/accounts/login/")])
def test_who_signed_up_here_is_signed_in_and_led_on(client: Client, same_browser: bool, where: str) -> None:
    client.post(SIGNUP, filled(next="/cs/platforms/"))
    browser = client if same_browser else Client()
    assert browser.post(link_in(queued())).headers["Location"] == where
    assert ("_auth_user_id" in browser.session) is same_browser


def test_opening_the_link_alone_confirms_nothing(client: Client) -> None:
    client.post(SIGNUP, filled())
    assert client.get(link_in(queued())).status_code == 200
    assert User.objects.get().state == AccountState.NEW


def test_a_wrong_link_says_what_to_do(client: Client) -> None:
    page = client.get("/cs/accounts/confirm-email/nonsense/")
    assert page.status_code == 200
    assert '<a class="button button--primary" href="/cs/accounts/login/"' in page.content.decode()


def test_without_confirmation_nobody_signs_in(client: Client) -> None:
    client.post(SIGNUP, filled())
    fresh = Client()
    answer = fresh.post("/cs/accounts/login/", {"login": "jana@example.org", "password": PASSWORD})
    assert answer.headers["Location"] == SENT
    assert "_auth_user_id" not in fresh.session


def test_a_known_and_an_unknown_address_get_the_same_answer(client: Client) -> None:
    UserFactory(email="jana@example.org")
    known = client.post(SIGNUP, filled())
    unknown = Client().post(SIGNUP, filled(email="nova@example.org"))
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert User.objects.count() == 2
    assert "/cs/accounts/password/reset/" in queued(to="jana@example.org").text


@pytest.mark.parametrize("email", ["jana@example.org", "nobody@example.org"])
def test_asking_for_a_password_answers_the_same_for_everybody(client: Client, email: str) -> None:
    UserFactory(email="jana@example.org")
    answer = client.post("/cs/accounts/password/reset/", {"email": email})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/cs/accounts/password/reset/done/")
    assert queued().to == email


def test_a_password_is_chosen_anew_by_the_link(client: Client) -> None:
    person = UserFactory(email="jana@example.org")
    client.post("/cs/accounts/password/reset/", {"email": "jana@example.org"})
    form = client.get(link_in(queued(purpose="security")), follow=True)
    new = "another long passphrase"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    person.refresh_from_db()
    assert person.check_password(new)
    assert OutgoingMail.objects.filter(purpose="security").count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "https://spam.example"}, "name"),
        ({"name": "+++"}, "name"),
        ({"email": "no address"}, "email"),
        ({"password1": "short", "password2": "short"}, "password1"),
        ({"password2": "something else entirely"}, "password2"),
        ({"terms": ""}, "terms"),
        ({"mail_choice": "daily"}, "mail_choice"),
        ({"name": "x" * 1_000_000}, "name"),
    ],
)
def test_wrong_input_is_told_on_the_field_and_nothing_is_lost(client: Client, changes: Any, field: str) -> None:
    answer = client.post(SIGNUP, filled(**changes))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert not User.objects.exists()
    if field != "email":
        assert "jana@example.org" in answer.content.decode()


def test_nul_bytes_and_lone_surrogates_do_no_harm(client: Client) -> None:
    body = urlencode(filled(name="@@")).replace("%40%40", "Ja%00na+%ED%A0%80Nov%C3%A1")
    answer = client.post(SIGNUP, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 302
    assert User.objects.get().name.startswith("Jana ")


def test_sign_up_can_be_closed(client: Client) -> None:
    SiteSettings.objects.update_or_create(pk=1, defaults={"signup": "closed"})
    assert client.get(SIGNUP).status_code == 200
    client.post(SIGNUP, filled())
    assert not User.objects.exists()


def test_two_of_one_name_get_two_handles(client: Client) -> None:
    UserFactory(name="Jana Nováková", handle="jana-novakova")
    client.post(SIGNUP, filled())
    assert re.fullmatch(r"jana-novakova-\d{4}", User.objects.get(email="jana@example.org").handle)


def test_a_mail_is_in_the_language_of_its_reader_with_links_there(client: Client) -> None:
    UserFactory(email="jana@example.org", language="en")
    client.post("/cs/accounts/password/reset/", {"email": "jana@example.org"})
    mail = queued()
    with translation.override("en"):
        assert mail.language == "en"
        assert link_in(mail).startswith("/en/accounts/password/reset/key/")
    assert 'lang="en"' in mail.html
    assert "/en/privacy/" in mail.text


def test_a_link_for_a_new_password_works_once_and_then_leads_to_another(client: Client) -> None:
    person = UserFactory(email="jana@example.org", language="cs")
    client.post("/cs/accounts/password/reset/", {"email": "jana@example.org"})
    with translation.override("cs"):
        link = link_in(queued())
    form = client.get(link, follow=True)
    assert form.status_code == 200
    address = form.redirect_chain[-1][0]
    short = client.post(address, {"password1": "krátké", "password2": "jiné"})
    assert short.status_code == 422
    assert (
        client.post(address, {"password1": "modrý most přes řeku", "password2": "modrý most přes řeku"}).status_code
        == 302
    )
    person.refresh_from_db()
    assert person.check_password("modrý most přes řeku")
    assert 'href="/cs/accounts/password/reset/"' in Client().get(link, follow=True).text


def test_signing_up_works_while_the_mail_server_is_down(client: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    assert client.post(SIGNUP, filled()).status_code == 302
    assert queued().state == "waiting"


def test_a_new_address_holds_after_it_is_confirmed(client: Client) -> None:
    person = UserFactory(email="old@example.org")
    client.force_login(person)
    _say_she_is_here(client)
    client.post("/cs/accounts/email/", {"email": "new@example.org", "action_add": "1"})
    person.refresh_from_db()
    assert person.email == "old@example.org"
    client.post(link_in(queued(to="new@example.org")))
    person.refresh_from_db()
    assert person.email == "new@example.org"
    assert queued(to="old@example.org").purpose == "security"


def _say_she_is_here(client: Client) -> None:
    """Prove the password again, as changing an address asks."""
    client.post("/cs/accounts/reauthenticate/", {"password": PASSWORD})
