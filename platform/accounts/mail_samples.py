"""Something to show for each mail about an account; see `mail.samples`."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.account_mails import NOTICES
from mail.samples import PERSON, Sample, register_samples

KEY = "MTI:1tPv5q:8mKJ2n0cDq6wYQe0b0sVZyJm7pQmD3o1x6oZ4y5r2a8"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def _address(name: str, *args: str) -> str:
    return f"{settings.BASE_URL}{reverse(name, args=args)}"


def _confirmation(_language: str) -> Mapping[str, Any]:
    return {"person": PERSON, "activate_url": _address("account_confirm_email", KEY)}


def _reset(_language: str) -> Mapping[str, Any]:
    return {"person": PERSON, "password_reset_url": _address("account_reset_password")}


def _unknown(_language: str) -> Mapping[str, Any]:
    return {"person": None, "signup_url": _address("account_signup")}


def _closed(_language: str) -> Mapping[str, Any]:
    return {"person": PERSON, "reopen_url": _address("accounts:reopen", KEY)}


def _notice(word: str, _language: str) -> Mapping[str, Any]:
    moved = {"from_email": "olena@example.org", "to_email": "olena.kovalenko@example.com"}
    return {
        "person": PERSON,
        "sentence": NOTICES[word],
        "from_email": "",
        "to_email": "",
        "timestamp": dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC),
        "ip": "2001:db8::7",
        "user_agent": BROWSER,
        "password_reset_url": _address("account_reset_password"),
        **(moved if word == "email_changed" else {}),
    }


register_samples(
    Sample(template="emails/account/email_confirmation", name="", context=_confirmation),
    Sample(template="emails/account/password_reset_key", name="", context=_reset),
    Sample(
        template="emails/account/account_already_exists", name="", context=lambda lang: {**_reset(lang), "person": None}
    ),
    Sample(template="emails/account/unknown_account", name="", context=_unknown),
    Sample(template="emails/account/account_closed", name="", context=_closed),
    *(Sample(template="emails/account/notice", name=word, context=partial(_notice, word)) for word in NOTICES),
)
