"""Puts `request.viewer` on every request, loaded by one statement when it is first asked for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from core.viewer import viewer_for


class ViewerMiddleware:
    """Attach the viewer; a page that never asks costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Attach and go on."""
        request.viewer = SimpleLazyObject(lambda: viewer_for(request.user))  # type: ignore[attr-defined]  # ours
        return self.get_response(request)
