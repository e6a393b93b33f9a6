"""The list of platforms and one platform's page, its people, and the form that makes or changes one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core.viewer import viewer_of
from organisations.querysets import present_affiliations
from platforms.bylines import byline_of
from platforms.forms import PlatformForm
from platforms.models import Level, Membership, MembershipState, Platform
from platforms.permissions import can_manage_platform
from platforms.services import change_platform, create_platform
from platforms.switcher import places_of

PEOPLE_SHOWN = 60


def visible_platform(request: HttpRequest, slug: str) -> Platform:
    """Return the platform when it is there for the viewer, else 404."""
    rows = Platform.objects.visible_to(viewer_of(request)).prefetch_related("areas", "territories")
    return get_object_or_404(rows, slug=slug)


@require_GET
def platform_list(request: HttpRequest) -> HttpResponse:
    """Show every platform that is there for the viewer: her own first, then the others by reach."""
    rows = Platform.objects.visible_to(viewer_of(request)).published().prefetch_related("areas", "territories")
    unread = {place.pk: place.unread for place in places_of(request)}
    platforms = list(rows)
    for platform in platforms:
        platform.unread = unread.get(platform.pk, 0)
    mine = [p for p in platforms if p.pk in unread]
    groups = [
        {"label": label, "platforms": [p for p in platforms if p.level == level and p.pk not in unread]}
        for level, label in Level.choices
    ]
    context = {"mine": mine, "groups": [group for group in groups if group["platforms"]], "total": len(platforms)}
    return render(request, "platforms/platform_list.html", context)


@require_GET
def platform_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the platform is for, how one joins, and what other apps have there."""
    platform = visible_platform(request, slug)
    context = {"platform": platform, "byline": byline_of(platform, viewer_of(request)), **standing(request, platform)}
    return render(request, "platforms/platform_page.html", context)


def standing(request: HttpRequest, platform: Platform) -> dict[str, Any]:
    """Return what the viewer is on the platform and may do there, for the head of its pages."""
    membership, asking = None, 0
    may_manage = can_manage_platform(viewer_of(request), platform.pk)
    if may_manage:
        asking = Membership.objects.filter(
            platform=platform, state=MembershipState.REQUESTED, person__state="active"
        ).count()
    if viewer_of(request).is_member:
        membership = (
            Membership.objects.filter(
                platform=platform, person_id=viewer_of(request).person_id, state__in=["requested", "active"]
            )
            .select_related("role")
            .first()
        )
    return {
        "membership": membership,
        "may_manage": may_manage,
        "asking": asking,
        "may_join": membership is None and platform.joining != "invitation",
    }


@require_GET
def platform_people(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who belongs to the platform; visitors are asked to sign in, requests show to coordinators."""
    platform = visible_platform(request, slug)
    if not viewer_of(request).is_member:
        raise Http404
    where = standing(request, platform)
    rows = Membership.objects.filter(platform=platform, person__state="active").select_related("person", "role")
    active = list(rows.filter(state=MembershipState.ACTIVE).order_by("-role__order", "person__name")[:PEOPLE_SHOWN])
    requests = list(rows.filter(state=MembershipState.REQUESTED)[:PEOPLE_SHOWN]) if where["may_manage"] else []
    affiliations = present_affiliations([m.person_id for m in [*active, *requests]])
    context = {
        "platform": platform,
        **where,
        "requests": requests,
        "people": [_person_row(m, affiliations) for m in active],
        "members": active,
        "more": max(0, platform.member_count - len(active)),
    }
    return render(request, "platforms/platform_people.html", context)


def _person_row(membership: Membership, affiliations: dict[int, Any]) -> dict[str, Any]:
    affiliation = affiliations.get(membership.person_id)
    return {
        "name": membership.person.get_full_name(),
        "href": membership.person.get_absolute_url(),
        "role": str(membership.role) if membership.role.code != "member" else "",
        "position": affiliation.position if affiliation else "",
        "organisation": affiliation.organisation.name if affiliation else "",
        "organisation_href": affiliation.organisation.get_absolute_url() if affiliation else "",
    }


@login_required
def platform_new(request: HttpRequest) -> HttpResponse:
    """Make a platform: administrators do; others are told that there is no such page."""
    if not viewer_of(request).is_admin:
        raise Http404
    form = PlatformForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        platform = create_platform(by=request.user, **form.for_service(), slug=form.cleaned_data["slug"])
        messages.success(request, _("The platform stands, with one public forum and one for its members."))
        return redirect(platform)
    status = 422 if form.is_bound else 200
    return render(request, "platforms/platform_form.html", {"form": form}, status=status)


@login_required
def platform_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change a platform's name, text, place, areas and rules of joining."""
    platform = visible_platform(request, slug)
    if not can_manage_platform(viewer_of(request), platform.pk):
        raise Http404
    form = PlatformForm(request.POST if request.method == "POST" else None, instance=platform)
    if request.method == "POST" and form.is_valid():
        given = form.for_service()
        related = {"territories": given.pop("territories"), "areas": given.pop("areas")}
        change_platform(platform, by=request.user, fields=given, **related)
        messages.success(request, _("Saved."))
        return redirect(platform)
    status = 422 if form.is_bound else 200
    return render(request, "platforms/platform_form.html", {"form": form, "platform": platform}, status=status)
