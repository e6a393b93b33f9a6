"""Pages behind the links of mails: no account, no cookie, no redirect. A GET only asks, whoever opens it; a POST acts.

Who has the link may act, so the pages never name the address, nor anything that is not public.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.language import preferred_language
from notifications.forms import LanguagesForm, rhythm_of
from notifications.models import DigestSubscription
from notifications.services import subscriptions
from notifications.services.confirmation import platform_name
from notifications.services.unsubscribing import Mailed, find, has_ended, unsubscribe

Page = Callable[[HttpRequest, Any], HttpResponse]


def by_token(view: Page) -> Callable[..., HttpResponse]:
    """Find what the token belongs to and answer in the language of the mail; an unknown one is gone (410).

    The token is the only key: it leaves in no referrer, and no form here needs a cookie.
    """

    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        found = find(token)
        language = language_of(found) if found is not None else preferred_language(request)
        with translation.override(language):
            response = view(request, found) if found is not None else _unknown(request)
        response.headers["Content-Language"] = language
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return csrf_exempt(never_cache(require_http_methods(["GET", "HEAD", "POST"])(answer)))


def language_of(found: Mailed) -> str:
    """Return the language of the mail the link stood in."""
    return found.person.language if found.person is not None else getattr(found, "language", "")


@by_token
def leave(request: HttpRequest, found: Mailed) -> HttpResponse:
    """Ask whether to end it, or end it: one POST, as mail programs send it too."""
    if request.method == "POST":
        unsubscribe(found)
        return render(request, "notifications/by_mail/left.html", _context(found))
    if has_ended(found):
        return render(request, "notifications/by_mail/left.html", _context(found))
    return render(request, "notifications/by_mail/leave.html", _context(found))


@by_token
def confirm(request: HttpRequest, found: Mailed) -> HttpResponse:
    """Ask to confirm an address, or start its digest."""
    if not isinstance(found, DigestSubscription) or found.person_id or found.ended_at:
        return _unknown(request)
    if subscriptions.is_too_late(found):
        return render(request, "notifications/by_mail/too_late.html", _context(found), status=410)
    if request.method == "POST":
        subscriptions.confirm(found)
    name = "confirmed" if found.confirmed_at else "confirm"
    return render(request, f"notifications/by_mail/{name}.html", _context(found))


@by_token
def settings(request: HttpRequest, found: Mailed) -> HttpResponse:
    """Change, pause or resume the digest of an address without account."""
    if not isinstance(found, DigestSubscription) or found.person_id or not found.confirmed_at or found.ended_at:
        return _unknown(request)
    if request.method == "POST" and "paused" in request.POST:
        subscriptions.pause(found, paused=request.POST["paused"] == "1")
        return _settings_page(request, found, LanguagesForm(initial=rhythm_of(found)), saved=True)
    form = LanguagesForm(request.POST or None, initial=rhythm_of(found))
    saved = request.method == "POST" and form.is_valid()
    if saved:
        subscriptions.change(found, fields=form.cleaned_data)
    return _settings_page(request, found, form, saved=saved)


def _settings_page(
    request: HttpRequest, found: DigestSubscription, form: LanguagesForm, *, saved: bool
) -> HttpResponse:
    context = {**_context(found), "form": form, "saved": saved, "row": found}
    return render(request, "notifications/by_mail/settings.html", context, status=422 if form.errors else 200)


def _context(found: Mailed) -> dict[str, Any]:
    digest = isinstance(found, DigestSubscription)
    platform = platform_name(found, language=language_of(found)) if isinstance(found, DigestSubscription) else ""
    return {
        "token": found.token,
        "digest": digest,
        "platform": platform,
        "visitor": digest and found.person_id is None,
        "language": language_of(found),
    }


def _unknown(request: HttpRequest) -> HttpResponse:
    context = {"title": _("This link does not work any more")}
    return render(request, "notifications/by_mail/unknown.html", context, status=410)
