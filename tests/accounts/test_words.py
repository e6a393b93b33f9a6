"""allauth's pages speak our words: our catalogue comes before its own, and no field is left without a label."""

import pytest
from django.test import Client
from django.utils import translation

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "czech"),
    [
        ("Authenticator App", "Ověřovací aplikace"),
        ("Use a security key", "Použít bezpečnostní klíč"),
        ("Recovery Codes", "Záložní kódy"),
    ],
)
def test_our_czech_comes_first(text: str, czech: str) -> None:
    with translation.override("cs"):
        assert translation.gettext(text) == czech


@pytest.mark.parametrize("path", ["password/reset/done/", "password/reset/key/done/", "password/reset/key/1-abc/"])
def test_pages_of_a_new_password_lead_on(client: Client, path: str) -> None:
    page = client.get(f"/en/accounts/{path}").content.decode()
    assert "/en/accounts/login/" in page


@pytest.mark.parametrize("path", ["2fa/", "2fa/webauthn/", "password/change/", "email/", "logout/"])
def test_pages_of_an_account_stand_in_our_layout(client: Client, path: str) -> None:
    client.force_login(UserFactory())
    page = client.get(f"/en/accounts/{path}").content.decode()
    assert 'class="side-nav"' in page
