"""Two choices kept in a cookie: the interface language and the theme. Both work without an account."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from core.language import preferred_language

YEAR = 365 * 24 * 3600


def front(request: HttpRequest) -> HttpResponse:
    """Lead from `/` to the home page in the reader's language."""
    response = HttpResponseRedirect(f"/{preferred_language(request)}/")
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


# Exempt: visitors' pages are kept whole and hold no token; the worst a foreign form can do is to change a colour.
@csrf_exempt
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep `light`, `dark` or `auto` for a year and go back to where the person was."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    theme = request.POST.get("value", "auto")
    if theme in {"light", "dark"}:
        response.set_cookie("theme", theme, max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    else:
        response.delete_cookie("theme")
    return response
