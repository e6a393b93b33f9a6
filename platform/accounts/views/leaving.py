"""Leaving, and the way back: closing one's account, and opening it again by the link of a mail."""

from typing import cast

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.forms import CloseForm
from accounts.models import User
from accounts.services import close_account, reopen_account
from accounts.services.reopen import sealed_of


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest) -> HttpResponse:
    """Say what closing means, and close the account of who is sure."""
    person = cast("User", request.user)
    form = CloseForm(request.POST if request.method == "POST" else None, person=person)
    if form.is_bound and form.is_valid():
        try:
            close_account(person, by=person)
        except ValueError:
            form.add_error(None, _("You are the last administrator: make somebody else one first."))
        else:
            logout(request)
            return render(request, "accounts/closed.html")
    return render(request, "accounts/close.html", {"form": form}, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, token: str) -> HttpResponse:
    """Open a closed account again; opening the link alone, as mail filters do, changes nothing."""
    sealed = sealed_of(token)
    taken = False
    if sealed is not None and request.method == "POST":
        if reopen_account(sealed):
            messages.success(request, _("Your account is open again. Sign in with your password."))
            return redirect("account_login")
        taken = True
    return render(request, "accounts/reopen.html", {"sealed": sealed, "taken": taken})
