"""Keeps drafts while people write (static/js/drafts.js), and for buttons of the same form where no script runs.

A script is answered 204; a form that names where it wants to go (`draft_next`) is led there.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from core.drafts import DraftRefusedError, forget_draft, save_draft

OURS = ("csrfmiddlewaretoken", "draft_place", "draft_next", "form_token", "audience_seen")
TEXTS = ("title", "body", "gist", "text")


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the fields of the form whose place is `draft_place`; 403 for visitors, 422 for what is no draft."""
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    try:
        save_draft(request.user, place=request.POST.get("draft_place", ""), fields=_typed(request))
    except DraftRefusedError:
        return HttpResponse(status=422)
    return _onward(request)


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget a draft because its person says so."""
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    forget_draft(request.user, place=request.POST.get("draft_place", ""))
    return _onward(request)


def _typed(request: HttpRequest) -> dict[str, list[str]]:
    """Return what was typed; a language or an area alone, without any text, is nothing to keep."""
    if not any(request.POST.get(name, "").strip() for name in TEXTS):
        return {}
    return {name: [str(value) for value in values] for name, values in request.POST.lists() if name not in OURS}


def _onward(request: HttpRequest) -> HttpResponse:
    onward = request.POST.get("draft_next", "")
    if url_has_allowed_host_and_scheme(onward, allowed_hosts=None):
        return redirect(onward)
    return HttpResponse(status=204)
