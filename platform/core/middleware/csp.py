"""The content policies: one without `unsafe-inline` or hashes for our pages, the editor's too, and one for `/admin/`.

The editor needs no exception: static/js/editor.js loads it as a module and keeps it from injecting its style.
"""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SELF = "'self'"
NONE = "'none'"
PUBLIC_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "manifest-src": [SELF],
    "base-uri": [NONE],
    "object-src": [NONE],
    "frame-ancestors": [SELF],
}
ADMIN_POLICY = {
    **PUBLIC_POLICY,
    "script-src": [SELF, "'unsafe-inline'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
}


def policy_for(request: HttpRequest) -> dict[str, list[str]]:
    """Return the policy of the page that answers this request."""
    if request.path.startswith("/admin/"):
        return ADMIN_POLICY
    return PUBLIC_POLICY


class PolicyMiddleware(CSPMiddleware):
    """django-csp with our policies and the permissions policy beside them."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002  django-csp's own signature
    ) -> PolicyParts:
        """Hand the chosen policy to django-csp."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only:
            parts.config = policy_for(request)
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the two headers unless an inner view set its own."""
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return super().process_response(request, response)
