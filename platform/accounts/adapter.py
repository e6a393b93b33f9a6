"""Where allauth meets Mosty: who may sign up, what a new person's row holds, and how mails about accounts leave.

Mails are rows (`mail`), so signing up works while the mail server is down; each is in its recipient's language.
"""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.userkit import filter_users_by_email
from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils import timezone, translation
from django.utils.translation import get_language

from accounts.account_mails import AccountMail, account_mail
from accounts.models import AccountState, User
from accounts.services.creation import give_profile, insert_person
from core.models.site import SignupMode
from core.site import site_settings
from mail.render import render_mail
from mail.services import queue_mail


class AccountAdapter(DefaultAccountAdapter):
    """allauth's adapter with our rules."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return whether the network's settings let anybody make an account."""
        return site_settings().signup == SignupMode.OPEN

    def save_user(self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True) -> User:  # noqa: FBT001, FBT002  allauth's signature
        """Write the new person in the state `new`: a member only after she confirms her address."""
        data = form.cleaned_data
        language = _installed(get_language() or "")
        user.email = data["email"].lower()
        user.name = data.get("name") or user.email.split("@")[0]
        user.state = AccountState.NEW
        user.language, user.reads = language, [language]
        user.mail_choice = data.get("mail_choice") or user.mail_choice
        user.terms_accepted_at = timezone.now()
        user.set_password(data.get("password1"))
        if commit:
            insert_person(user)
            give_profile(user)
        return user

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say to somebody who proved her password why she may not sign in, and whom to ask."""
        return render(request, "account/account_inactive.html", {"person": user}, status=403)

    def send_mail(self, template_prefix: str, email: str, context: Mapping[str, Any]) -> None:
        """Write a mail about an account; the recipient's language decides its words and the addresses in it."""
        kind = account_mail(template_prefix)
        if kind is None:
            return
        person = context.get("user") or next(iter(filter_users_by_email(email)), None)
        language = _installed(person.language if person else get_language() or "")
        _queue(kind, email=email, person=person, context=_translated(context, language), language=language)


def _queue(kind: AccountMail, *, email: str, person: User | None, context: dict[str, Any], language: str) -> None:
    full = {**_ways(language), **context, "sentence": kind.sentence, "email": email, "person": person}
    subject, text, html = render_mail(kind.template, full, language, zone=person.time_zone if person else "")
    queue_mail(to=email, subject=subject, text=text, html=html, purpose=kind.purpose, language=language, person=person)


def _ways(language: str) -> dict[str, str]:
    """Return where somebody can act who did not do what the mail tells."""
    with translation.override(language):
        return {"password_reset_url": f"{settings.BASE_URL}{reverse('account_reset_password')}"}


def _translated(context: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Lead every address of the context to the page in the recipient's language."""
    return {
        key: translate_url(value, language) if key.endswith("_url") and isinstance(value, str) else value
        for key, value in context.items()
    }


def _installed(code: str) -> str:
    short = code.split("-", maxsplit=1)[0]
    return short if short in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
