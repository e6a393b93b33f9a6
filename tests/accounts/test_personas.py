"""Personas sign in by one click in the embedded trial, and cannot be switched on in production."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.factories.accounts import UserFactory

ROOT = Path(__file__).resolve().parents[2]
LOGIN = "/cs/accounts/login/"
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "PYTHONPATH": f"{ROOT}:{ROOT / 'platform'}",
    "SECRET_KEY": "k" * 60,
    "ALLOWED_HOSTS": "mosty.example.org",
    "BASE_URL": "https://mosty.example.org",
    "DATABASE_URL": "postgres://mosty:secret@localhost/mosty",
    "REDIS_URL": "redis://localhost:6379/0",
    "EMAIL_URL": "smtp://localhost:25",
    "DEFAULT_FROM_EMAIL": "Mosty <noreply@mosty.example.org>",
    "CONTROLLER_NAME": "Controller",
    "CONTROLLER_CONTACT": "privacy@mosty.example.org",
}


@pytest.fixture
def embedded(settings) -> None:
    settings.MOSTY_EMBEDDED = True


@pytest.mark.django_db
class TestEmbedded:
    def test_the_sign_in_page_offers_who_is_there(self, client: Client, embedded: None) -> None:
        UserFactory(persona="editor", name="Eva Redaktorová")
        page = client.get(LOGIN).content.decode()
        assert "/cs/me/personas/editor/" in page
        assert "/cs/me/personas/visitor/" in page
        assert "/cs/me/personas/moderator/" not in page

    def test_one_click_signs_in(self, client: Client, embedded: None) -> None:
        person = UserFactory(persona="editor")
        assert client.post("/cs/me/personas/editor/").headers["Location"] == "/cs/me/"
        assert client.session["_auth_user_id"] == str(person.pk)

    @pytest.mark.parametrize(
        ("onward", "where"), [("/go/topic/7/", "/go/topic/7/"), ("https://evil.example/", "/cs/me/")]
    )
    def test_it_leads_on_within_the_site(self, client: Client, embedded: None, onward: str, where: str) -> None:
        UserFactory(persona="member")
        assert client.post("/cs/me/personas/member/", {"next": onward}).headers["Location"] == where

    def test_the_visitor_abroad_is_signed_out_and_reads_english(self, client: Client, embedded: None) -> None:
        client.force_login(UserFactory())
        assert client.post("/cs/me/personas/visitor/").headers["Location"] == "/en/"
        assert "_auth_user_id" not in client.session

    def test_a_get_signs_nobody_in(self, client: Client, embedded: None) -> None:
        UserFactory(persona="member")
        assert client.get("/cs/me/personas/member/").status_code == 405

    @pytest.mark.parametrize("key", ["nobody", "coordinator"])
    def test_who_is_not_there_is_404(self, client: Client, embedded: None, key: str) -> None:
        assert client.post(f"/cs/me/personas/{key}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["visitor", "member", "administrator"])
def test_elsewhere_there_are_no_personas(client: Client, key: str) -> None:
    UserFactory(persona="member")
    UserFactory(persona="administrator", is_superuser=True)
    assert client.post(f"/cs/me/personas/{key}/").status_code == 404
    assert "/me/personas/" not in client.get(LOGIN).content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "wish", [{}, {"MOSTY_EMBEDDED": "1"}, {"MOSTY_EMBEDDED": "true", "DJANGO_MOSTY_EMBEDDED": "1"}]
)
def test_production_cannot_switch_them_on(wish: dict[str, str]) -> None:
    ask = "from django.conf import settings; print(settings.MOSTY_EMBEDDED)"
    environment = {"PATH": os.environ["PATH"], **PRODUCTION, **wish}
    answer = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
