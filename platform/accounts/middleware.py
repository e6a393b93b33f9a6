"""Every request of a person: the clock she reads by, and the status of allauth's forms (422, as ours answer)."""

from collections.abc import Callable

from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from core.times import zone_of

THEIRS = ("account_", "mfa_", "socialaccount_")


class FormStatusMiddleware:
    """Set the status of allauth's pages that show a form with errors."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        """Answer 422 when a form of the page was refused."""
        match = request.resolver_match
        if request.method != "POST" or match is None or not str(match.url_name).startswith(THEIRS):
            return response
        shown = (response.context_data or {}).values()
        if response.status_code == 200 and any(isinstance(f, BaseForm) and f.is_bound and f.errors for f in shown):
            response.status_code = 422
        return response


class ReaderZoneMiddleware:
    """Show times in the zone of a signed-in person's account, to everybody else in the site's.

    Who has no session is not asked for: a visitor's page costs no statement.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set it and go on."""
        zone = None
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            zone = zone_of(request.user.time_zone)
        with timezone.override(zone):
            return self.get_response(request)
