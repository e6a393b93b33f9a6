"""What Wagtail's admin would do with accounts leads to our own pages, or is not there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache


@never_cache
def login(request: HttpRequest) -> HttpResponse:
    """Lead to our sign-in, and from there back to where the editor wanted to go."""
    onward = request.GET.get("next") or reverse("wagtailadmin_home")
    return redirect(f"{reverse('account_login')}?{urlencode({'next': onward})}")


@never_cache
def password_reset(_request: HttpRequest, **_rest: object) -> HttpResponse:
    """Lead to our way to a new password."""
    return redirect("account_reset_password")


@never_cache
def account(_request: HttpRequest) -> HttpResponse:
    """Lead to the person's own pages."""
    return redirect("accounts:me")


def gone(_request: HttpRequest, **_rest: object) -> HttpResponse:
    """Answer that there is no such page."""
    raise Http404
