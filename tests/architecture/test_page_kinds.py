"""Guards against forgetting: every address and every model of a page is looked at by a browser, or says why not."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, get_resolver

from cms.models import BasePage
from tests.e2e.kinds import KINDS, SECOND_FACTOR

PAGES = "wagtail_serve"  # its kinds are the models of pages
ONLY_POST = "takes a form and leads on; it has no page of its own"
LEADS_ON = "leads to another address"
A_FILE = "a file or data, not a page"
A_KEY = "needs a key of hardware that the browser of the journeys has not"
NO_PROVIDER = "no other provider signs anybody in here"
NOT_LOOKED_AT = {
    "front": LEADS_ON,
    "go": LEADS_ON,
    "health-live": A_FILE,
    "health-ready": A_FILE,
    "mail_samples:html": "the page of a mail, looked at by tests/mail/test_every_mail.py",
    "theme": ONLY_POST,
    "core:upload": ONLY_POST,
    "core:preview": A_FILE,
    "core:file": A_FILE,
    "core_drafts:save": ONLY_POST,
    "core_drafts:forget": ONLY_POST,
    "media": A_FILE,
    "wagtaildocs_serve": A_FILE,
    "sitemap": A_FILE,
    "mail_dev:outbox-html": "a mail as mail programs get it; tests/mail read it",
    "account_confirm_login_code": "signing in by a code is off",
    "mfa_download_recovery_codes": A_FILE,
    "mfa_reauthenticate_webauthn": A_KEY,
    "mfa_remove_webauthn": A_KEY,
    "mfa_edit_webauthn": A_KEY,
    "socialaccount_login_cancelled": NO_PROVIDER,
    "socialaccount_login_error": NO_PROVIDER,
    "socialaccount_signup": NO_PROVIDER,
    "socialaccount_connections": NO_PROVIDER,
    "jsi18n": A_FILE,
    "following:change": LEADS_ON,
    "organisations:list": LEADS_ON,
    "core_links:confirm": ONLY_POST,
    "core_links:remove": ONLY_POST,
    "accounts:play-persona": ONLY_POST,
    "organisations:confirm": ONLY_POST,
    "organisations:work-here": ONLY_POST,
    "platforms:decide": ONLY_POST,
    "platforms:leave": ONLY_POST,
    "notifications:read-all": ONLY_POST,
    "notifications:read": ONLY_POST,
    "notifications:digest-pause": ONLY_POST,
    "notifications:digest-end": ONLY_POST,
    "vocabulary:lookup": "a part of a page; the journey of the directory's filter sees it",
    "forums:post-history": "begins ten minutes after the post, and the trial is younger; tests/forums read it",
    "forums:topic-short": LEADS_ON,
    "forums:topic-read": ONLY_POST,
    "forums:topic-lock": ONLY_POST,
    "forums:topic-pin": ONLY_POST,
    "cms.AreaPage": "a chapter by another name: the same template, and the demo has none",
}
FAULTS = {"403", "403_csrf", "404"}
EMBEDDED = {"mail_dev:outbox", "mail_dev:outbox-mail", "mail_dev:outbox-html"}


def names_of_routes(resolver: Any, *, before: str = "", namespace: str = "") -> Iterator[str]:
    """Walk every named address that is not Wagtail's admin."""
    for entry in resolver.url_patterns:
        address = before + str(entry.pattern)
        if address.startswith("admin/"):
            continue
        if not isinstance(entry, URLPattern):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from names_of_routes(entry, before=address, namespace=inner)
        elif entry.name and entry.name != PAGES:
            yield f"{namespace}{entry.name}"


def everything() -> set[str]:
    """Return the names of all addresses and of all models of pages."""
    models = {model._meta.label for model in apps.get_models() if issubclass(model, BasePage) and model.is_creatable}
    routes = set(names_of_routes(get_resolver()))
    return models | routes | (set() if settings.MOSTY_EMBEDDED else EMBEDDED)


LOOKED_AT = {kind.name for kind in KINDS} | set(SECOND_FACTOR)


def test_every_address_and_page_is_looked_at_or_says_why_not() -> None:
    assert everything() - LOOKED_AT - set(NOT_LOOKED_AT) == set()


def test_nothing_is_listed_that_is_not_there_or_that_is_looked_at_anyway() -> None:
    assert (LOOKED_AT | set(NOT_LOOKED_AT)) - everything() == FAULTS
    assert LOOKED_AT & set(NOT_LOOKED_AT) == set()
