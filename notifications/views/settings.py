"""A member's settings: her digests, each with a form of its own, and which notices reach her on which channel."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.kinds import load_visible
from core.viewer import Viewer, viewer_of
from notifications.forms import DeliveryForm, RhythmForm, rhythm_of
from notifications.models import DigestSubscription, What
from notifications.services import subscriptions
from notifications.services.choices import choices_of, choose_many
from notifications.services.unsubscribing import unsubscribe


@login_required
@never_cache
def settings(request: HttpRequest) -> HttpResponse:
    """Show her digests and the table of notices; a POST stores the table alone."""
    form = DeliveryForm(request.POST or None, chosen=choices_of(request.user))
    if request.method == "POST" and form.is_valid():
        if choose_many(request.user, changes=form.changes()):
            messages.success(request, _("Saved."))
        return redirect("notifications:settings")
    context = {"form": form, "digests": digests_of(request)}
    return render(request, "notifications/settings.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
def digest(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the rhythm of one of her digests."""
    row = _own(request, pk)
    form = RhythmForm(request.POST or None, initial=rhythm_of(row))
    if request.method == "POST" and form.is_valid():
        if subscriptions.change(row, fields=form.cleaned_data):
            messages.success(request, _("Saved."))
        return redirect("notifications:settings")
    context = {"form": form, "title": title_of(row, _titles([row], viewer_of(request))), "row": row}
    return render(request, "notifications/digest_form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def pause(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one of her digests rest, or go on."""
    paused = request.POST.get("paused") == "1"
    if subscriptions.pause(_own(request, pk), paused=paused):
        messages.success(request, _("The overview rests.") if paused else _("The overview comes again."))
    return redirect("notifications:settings")


@login_required
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of her digests."""
    if unsubscribe(_own(request, pk)):
        messages.success(request, _("You will get this overview no more."))
    return redirect("notifications:settings")


def digests_of(request: HttpRequest) -> list[dict[str, Any]]:
    """Return her digests with their titles."""
    rows = list(DigestSubscription.objects.filter(person_id=request.user.pk, ended_at=None).order_by("pk"))
    titles = _titles(rows, viewer_of(request))
    return [{"row": row, "title": title_of(row, titles)} for row in rows]


def _titles(rows: list[DigestSubscription], viewer: Viewer) -> dict[tuple[str, int], Any]:
    return load_visible([("platform", row.platform_id) for row in rows if row.what == What.PLATFORM], viewer)


def title_of(row: DigestSubscription, platforms: dict[tuple[str, int], Any]) -> str:
    """Return what a digest is about, in words."""
    if row.what == What.FOLLOW:
        return _("What I follow")
    if row.what == What.SITE:
        return _("The whole site")
    platform = platforms.get(("platform", row.platform_id))
    return str(platform) if platform is not None else _("A platform that is no longer shown to you")


def _own(request: HttpRequest, pk: int) -> DigestSubscription:
    row = DigestSubscription.objects.filter(pk=pk, person_id=request.user.pk, ended_at=None).first()
    if row is None:
        raise Http404
    return row
