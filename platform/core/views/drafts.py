"""Keeps drafts while people write (static/js/drafts.js). Answers 204, so a page that asks needs nothing more."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from core.drafts import DraftRefusedError, forget_draft, save_draft

OURS = ("csrfmiddlewaretoken", "draft_place")


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the fields of the form whose place is `draft_place`; 403 for visitors, 422 for what is no draft."""
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    fields = {name: value for name, value in request.POST.items() if name not in OURS and isinstance(value, str)}
    try:
        save_draft(request.user, place=request.POST.get("draft_place", ""), fields=fields)
    except DraftRefusedError:
        return HttpResponse(status=422)
    return HttpResponse(status=204)


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget a draft because its person says so."""
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    forget_draft(request.user, place=request.POST.get("draft_place", ""))
    return HttpResponse(status=204)
