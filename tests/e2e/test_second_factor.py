"""A person turns the second factor on, comes in by it, and turns it off; each page of that way is looked at."""

import time
from uuid import uuid4

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import resolve
from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.kinds import SECOND_FACTOR
from tests.e2e.looking import look_at
from tests.e2e.person import PASSWORD, Person

FACTOR = "/cs/accounts/2fa/"
PERIOD = 30  # seconds that a code of the authenticator is good for


def code_of_now(secret: str) -> str:
    """Return what an authenticator would show now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD))


def submit(person: Person) -> None:
    """Press the main button of the page."""
    person.main.locator("form[method=post] button[type=submit]").last.click()


def turn_on(person: Person) -> None:
    """Turn the authenticator on; the recovery codes come next."""
    person.come_back_to(f"{FACTOR}totp/activate/")
    secret = person.main.locator("#authenticator_secret").input_value()
    person.fill(code=code_of_now(secret))
    submit(person)
    expect(person.page).to_have_url(f"{person.page.url.split('/cs/')[0]}{FACTOR}recovery-codes/")


def test_the_second_factor_on_in_and_off(open_window: Open) -> None:
    person = open_window()
    faults: dict[str, list[str]] = {}

    def look() -> None:
        faults[resolve(person.path).view_name] = look_at(person.page)

    email = f"{uuid4().hex[:8]}@example.org"
    person.sign_up("Opatrný Čtenář", email=email)
    turn_on(person)
    look()
    codes = person.main.locator("#recovery_codes").input_value().split()
    for name in ("recovery-codes/generate/", "reauthenticate/", "totp/deactivate/"):
        assert person.come_back_to(f"{FACTOR}{name}") == 200
        look()

    person.open("/cs/accounts/logout/")
    submit(person)
    person.open("/cs/accounts/login/")
    person.fill(login=email, password=PASSWORD)
    person.click("Sign in")
    person.page.wait_for_url(f"**{FACTOR}authenticate/**")
    look()
    person.fill(code=codes[0])
    person.main.locator("form[method=post] button[type=submit]").first.click()
    expect(person.page.locator(".menu__summary--person")).to_be_visible()

    assert {name: found for name, found in faults.items() if found} == {}
    assert set(faults) == set(SECOND_FACTOR)
