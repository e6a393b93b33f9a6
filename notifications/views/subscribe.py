"""The page on which anybody subscribes to a digest. An address gets the same answer whether it is known or not."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.origin import network_print
from core.ratelimit import allow
from core.viewer import VISITOR, Viewer, viewer_of
from notifications.forms import SubscribeForm, WhatForm
from notifications.services.confirmation import mail_confirmation
from notifications.services.subscriptions import ask_by_address, subscribe_member
from platforms.models import Platform


@never_cache
def subscribe(request: HttpRequest) -> HttpResponse:
    """Ask for an address (a member for none), what and how often; `?platform=slug` is chosen beforehand."""
    viewer = viewer_of(request)
    return _member(request, viewer) if viewer.is_member else _visitor(request)


def _visitor(request: HttpRequest) -> HttpResponse:
    language = (get_language() or "cs").split("-")[0]
    start = {"what": _asked_for(request, VISITOR), "languages": [language]}
    form = SubscribeForm(request.POST or None, initial=start, platforms=_platforms(VISITOR))
    if request.method == "POST" and form.is_valid() and _may_ask(request, form):
        _ask(form, language=language)
        return redirect("notifications:asked")
    status = 422 if form.errors else 200
    return render(request, "notifications/subscribe.html", {"form": form}, status=status)


def _member(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    start = {"what": _asked_for(request, viewer)}
    form = WhatForm(request.POST or None, initial=start, platforms=_platforms(viewer))
    if request.method == "POST" and form.is_valid():
        what, platform_id = form.subject
        fields = {"frequency": form.cleaned_data["frequency"]}
        subscribe_member(request.user, what=what, platform_id=platform_id, fields=fields)
        messages.success(request, _("The overview will come to your address."))
        return redirect("notifications:settings")
    status = 422 if form.errors else 200
    return render(request, "notifications/subscribe_member.html", {"form": form}, status=status)


@never_cache
def asked(request: HttpRequest) -> HttpResponse:
    """Say what happens next, the same to everybody."""
    return render(request, "notifications/asked.html")


def _ask(form: SubscribeForm, *, language: str) -> None:
    """Keep the wish and mail its confirmation; an address gets three such mails a minute at most, and says nothing."""
    data = form.cleaned_data
    what, platform_id = form.subject
    row = ask_by_address(
        email=data["email"],
        what=what,
        platform_id=platform_id,
        language=language,
        fields={"frequency": data["frequency"], "languages": data["languages"]},
    )
    if allow("subscribe", who=f"digest:{row.pk}"):
        mail_confirmation(row)


def _may_ask(request: HttpRequest, form: SubscribeForm) -> bool:
    if allow("subscribe", who=f"ip:{network_print(request, purpose='subscribe')}"):
        return True
    form.add_error(None, ValidationError(_("That was too often. Please try again later.")))
    return False


def _platforms(viewer: Viewer) -> dict[int, str]:
    return {platform.pk: str(platform) for platform in Platform.objects.visible_to(viewer).published()}


def _asked_for(request: HttpRequest, viewer: Viewer) -> str:
    slug = request.GET.get("platform", "")
    rows = Platform.objects.visible_to(viewer).published().filter(slug=slug[:60]) if slug else Platform.objects.none()
    pk = rows.values_list("pk", flat=True).first()
    return f"platform-{pk}" if pk else "site"
