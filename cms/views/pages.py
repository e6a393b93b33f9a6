"""Serves pages. Wagtail's own routing and restrictions are bypassed: the audience alone decides."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language

from cms.services.finding import find_page, specific


def serve(request: HttpRequest, path: str = "") -> HttpResponse:
    """Show the page at this address in the reader's interface, or lead to its translation; else 404."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    found = find_page(path, language=language, viewer=request.viewer)  # type: ignore[attr-defined]  # ViewerMiddleware
    if found is None:
        raise Http404
    if found.redirect:
        return HttpResponseRedirect(found.redirect)
    request.translations = found.translations  # type: ignore[attr-defined]  # read by the language switcher
    response: HttpResponse = specific(found.page).serve(request)
    return response
