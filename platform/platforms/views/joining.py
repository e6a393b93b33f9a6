"""The buttons of coming and going. Each is a POST that says what became of it and leads back to the platform."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.ratelimit import allow
from core.viewer import viewer_of
from platforms.forms import DecisionForm, JoinForm, RoleForm
from platforms.models import Joining, Membership, MembershipState
from platforms.permissions import can_manage_platform
from platforms.services import decide_request, join, leave, remove_member, set_role
from platforms.views.platforms import standing, visible_platform


@login_required
def platform_join(request: HttpRequest, slug: str) -> HttpResponse:
    """Join at once where the platform is open; elsewhere ask with a message."""
    platform = visible_platform(request, slug)
    if platform.joining == Joining.INVITATION:
        raise Http404
    form = JoinForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context = {"platform": platform, "form": form, **standing(request, platform)}
        return render(request, "platforms/platform_join.html", context, status=422 if form.is_bound else 200)
    if not allow("join", who=f"person:{request.user.pk}"):
        messages.error(request, _("That was too often. Please try again later."))
        return redirect(platform)
    membership = join(platform, by=request.user, message=form.cleaned_data["message"])
    if membership.state == MembershipState.ACTIVE:
        messages.success(request, _("Welcome. You belong to this platform now."))
    else:
        messages.success(request, _("Your request is with the coordinator. You will be told of the decision."))
    return redirect(platform)


@login_required
@require_POST
def platform_leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Leave, or take the request back."""
    platform = visible_platform(request, slug)
    try:
        left = leave(platform, by=request.user)
    except ValueError:
        messages.error(request, _("You are the last coordinator here: hand over first."))
        return redirect(platform)
    if left:
        messages.success(request, _("You have left the platform. What you wrote there stays."))
    return redirect("platforms:list") if platform.visibility == "hidden" else redirect(platform)


def _managed(request: HttpRequest, pk: int) -> Membership:
    membership = get_object_or_404(Membership.objects.select_related("platform", "person", "role"), pk=pk)
    if not can_manage_platform(viewer_of(request), membership.platform_id):
        raise Http404
    return membership


@login_required
@require_POST
def membership_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or refuse a request; when another coordinator was quicker, say so."""
    membership = _managed(request, pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please choose whether to accept or to refuse."))
    elif decide_request(
        membership,
        by=request.user,
        accept=form.cleaned_data["decision"] == "accept",
        reason=form.cleaned_data["reason"],
    ):
        messages.success(request, _("Decided. The person is told."))
    else:
        messages.info(request, _("Somebody decided this request before you."))
    return redirect("platforms:people", membership.platform.slug)


@login_required
def membership_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a member another role, or remove her with a reason."""
    membership = _managed(request, pk)
    form = RoleForm(request.POST if request.method == "POST" else None, membership=membership)
    if request.method == "POST" and form.is_valid():
        _change(request, membership, form)
        return redirect("platforms:people", membership.platform.slug)
    context = {"membership": membership, "platform": membership.platform, "form": form}
    return render(request, "platforms/membership_edit.html", context, status=422 if form.is_bound else 200)


def _change(request: HttpRequest, membership: Membership, form: RoleForm) -> None:
    if form.cleaned_data["remove"]:
        done = remove_member(membership, by=request.user, reason=form.cleaned_data["reason"])
        text = _("Removed.") if done else _("The last coordinator cannot be removed.")
        messages.add_message(request, messages.SUCCESS if done else messages.ERROR, text)
        return
    try:
        set_role(membership, by=request.user, viewer=viewer_of(request), role=form.cleaned_data["role"])
    except PermissionDenied:
        messages.error(request, _("You cannot give a role with permissions that you do not hold."))
        return
    messages.success(request, _("Saved."))
