"""Takes out of a request what no database can hold: NUL bytes and lone surrogates. Nothing typed is lost but these.

An address with a number that no key can be leads nowhere.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict

from core.typed import IMPOSSIBLE, MAX_ID, clean


def _cleaned(data: QueryDict) -> QueryDict:
    if not any(IMPOSSIBLE.search(value) for _, values in data.lists() for value in [_, *values]):
        return data
    fresh = QueryDict(mutable=True, encoding=data.encoding)
    for key, values in data.lists():
        fresh.setlist(clean(key), [clean(value) for value in values])
    fresh._mutable = False
    return fresh


class CleanInputMiddleware:
    """Clean query and form; an address that holds a NUL byte is a bad request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Clean and go on."""
        if IMPOSSIBLE.search(request.path):
            return HttpResponseBadRequest("Bad address", content_type="text/plain")
        request.GET = _cleaned(request.GET)  # type: ignore[assignment]  # immutable again
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _args: object, kwargs: dict[str, object]) -> None:
        """Clean the form only when a view is about to read it, so that uploads are parsed once."""
        if any(isinstance(value, int) and value > MAX_ID for value in kwargs.values()):
            raise Http404
        if request.method == "POST" and request.content_type != "application/json":
            request._post = _cleaned(request.POST)  # type: ignore[attr-defined]  # Django's own cache of POST
