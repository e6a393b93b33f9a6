"""`/go/<kind>/<id>/`: the permanent address of every item. It redirects to the reader's language."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

from core.kinds import get_kind
from core.language import preferred_language


def go(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Lead to the item's page; what is not there for the viewer is a 404 that offers sign-in."""
    try:
        found = get_kind(kind)
    except KeyError as error:
        raise Http404 from error
    item = found.visible_to(request.viewer).filter(pk=pk).first()  # type: ignore[attr-defined]  # ViewerMiddleware
    if item is None:
        raise Http404
    with translation.override(preferred_language(request)):
        response = HttpResponseRedirect(found.address(item))
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
