"""Pages of organisations: one organisation, adding one, changing one, and saying where one works."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from core.kinds import get_kind
from core.texts import pick_with_language
from core.viewer import viewer_of
from organisations.bylines import byline_of
from organisations.forms import OrganisationForm
from organisations.models import Affiliation, Organisation
from organisations.permissions import can_change_organisation, works_in
from organisations.querysets import visible_organisations
from organisations.services import add_organisation, change_organisation, confirm_organisation, set_affiliation

PEOPLE_SHOWN = 40


def _visible(request: HttpRequest, pk: int) -> Organisation:
    rows = visible_organisations(viewer_of(request)).select_related("territory", "author__profile")
    rows = rows.prefetch_related("areas")
    return get_object_or_404(rows, pk=pk)


@require_GET
def organisation_page(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show an organisation, its people as far as each may be seen, and what other apps have about it."""
    organisation = _visible(request, pk)
    if slug != organisation.slug:
        return redirect(organisation, permanent=True)
    seen = get_kind("person").visible_to(viewer_of(request))
    rows = Affiliation.objects.filter(organisation=organisation, until__isnull=True, person__in=seen)
    people = [
        {"name": a.person.get_full_name(), "href": a.person.get_absolute_url(), "position": a.position}
        for a in rows.select_related("person").order_by("person__name")[:PEOPLE_SHOWN]
    ]
    is_kept = bool(people) or Affiliation.objects.filter(organisation=organisation, until__isnull=True).exists()
    may_change = can_change_organisation(viewer_of(request), organisation)
    works_here = may_change and works_in(viewer_of(request), organisation)
    about, about_language = pick_with_language(organisation.about)
    context = {
        "organisation": organisation,
        "about": about,
        "about_language": about_language,
        "people": people,
        "hidden_people": is_kept and not people,
        "byline": byline_of(organisation, viewer_of(request), has_people=is_kept),
        "may_change": may_change,
        "works_here": works_here,
    }
    return render(request, "organisations/organisation_page.html", context)


@login_required
def organisation_new(request: HttpRequest) -> HttpResponse:
    """Add an organisation; it shows in the directory at once."""
    form = OrganisationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        organisation = add_organisation(by=request.user, areas=form.cleaned_data["areas"], **form.for_service())
        messages.success(request, _("The organisation is in the directory."))
        return redirect(organisation)
    return render(request, "organisations/organisation_form.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
def organisation_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said about an organisation."""
    organisation = _visible(request, pk)
    if not can_change_organisation(viewer_of(request), organisation):
        raise Http404
    form = OrganisationForm(request.POST if request.method == "POST" else None, instance=organisation)
    if request.method == "POST" and form.is_valid():
        areas = form.cleaned_data["areas"]
        change_organisation(organisation, by=request.user, areas=areas, fields=form.for_service())
        messages.success(request, _("Saved."))
        return redirect(organisation)
    context = {"form": form, "organisation": organisation}
    return render(request, "organisations/organisation_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that everything here still holds; only its own people can."""
    organisation = _visible(request, pk)
    if not confirm_organisation(organisation, by=request.user):
        raise Http404
    messages.success(request, _("Thank you. Readers see that the entry was confirmed today."))
    return redirect(organisation)


@login_required
@require_POST
def work_here(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one works here, or no longer; who does not answer for the organisation cannot claim it."""
    organisation = _visible(request, pk)
    if not can_change_organisation(viewer_of(request), organisation):
        raise Http404
    here = request.POST.get("here") == "1"
    if here != works_in(viewer_of(request), organisation):
        set_affiliation(request.user, by=request.user, organisation=organisation if here else None)
    messages.success(request, _("Saved."))
    return redirect(organisation)
