"""allauth answers a wrong form with 200; ours answer 422, so its pages do too."""

from collections.abc import Callable

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

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
