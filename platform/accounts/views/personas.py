"""Signing in as a ready persona of the trial. Outside the embedded shape this page does not exist."""

from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accounts.personas import VISITOR, enabled, person_of

BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_POST
def play(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as the persona and go on to `next`; the visitor abroad is signed out and reads in English."""
    if not enabled():
        raise Http404
    if key == VISITOR:
        logout(request)
        return redirect("/en/")
    person = person_of(key)
    if person is None:
        raise Http404
    login(request, person, backend=BACKEND)
    onward = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}, require_https=False)
    return redirect(onward if onward and safe else "accounts:me")
