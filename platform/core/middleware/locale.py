"""Django's LocaleMiddleware, but an unprefixed address of ours that answers 404 stays a 404.

Django would send the reader of `/go/…` or `/files/…` to the same path under a language, where nothing can be.
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware as DjangoLocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers


class LocaleMiddleware(DjangoLocaleMiddleware):
    """Choose the language; lead to the prefixed address only from where no view of ours stands."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Leave a 404 that a view answered as it is."""
        if response.status_code != 404 or request.resolver_match is None:
            return super().process_response(request, response)
        if not translation.get_language_from_path(request.path_info):
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", translation.get_language() or "")
        return response
