"""The page that shows every component with its states; closed to the public in production."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from core.views.styleguide_samples import SampleForm, samples


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the components to whoever may enter the administration, embedded to everybody; else 404."""
    if not may_look(request):
        raise Http404
    wrong = SampleForm({"title": "", "mail": "jana(at)example.org"}, prefix="wrong")
    wrong.is_valid()
    return render(
        request,
        "styleguide/index.html",
        {"form": SampleForm(prefix="right"), "wrong_form": wrong, **samples()},
    )


def may_look(request: HttpRequest) -> bool:
    """Return whether the pages of samples are open to whoever asks."""
    return bool(settings.MOSTY_EMBEDDED or request.user.has_perm("wagtailadmin.access_admin"))
