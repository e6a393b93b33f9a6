"""The directory: people and organisations, filtered by name, kind, place and area, never more than one sees."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.kinds import get_kind
from core.texts import sort_key
from core.viewer import viewer_of
from organisations.querysets import present_affiliations, visible_organisations
from platforms.forms import DirectoryForm
from vocabulary.models import Territory

PAGE = 24


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    """Show organisations or people that fit the filter."""
    form = DirectoryForm(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    who = "people" if chosen.get("who") == "people" else "organisations"
    rows = _people(request, chosen) if who == "people" else _organisations(request, chosen)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    entries = _person_entries(page) if who == "people" else list(page)
    context = {"form": form, "who": who, "page": page, "entries": entries, "filtered": any(chosen.values())}
    return render(request, "platforms/directory.html", context)


def _organisations(request: HttpRequest, chosen: dict[str, Any]) -> Any:
    rows = (
        visible_organisations(viewer_of(request))
        .filter(state="published")
        .select_related("territory")
        .prefetch_related("areas")
    )
    if name := chosen.get("q"):
        rows = rows.filter(sort_name__contains=sort_key(name))
    if chosen.get("kind"):
        rows = rows.filter(kind=chosen["kind"])
    if chosen.get("country"):
        rows = rows.filter(country=chosen["country"])
    if chosen.get("area"):
        rows = rows.filter(areas=chosen["area"])
    if chosen.get("territory"):
        rows = rows.filter(territory__in=Territory.objects.within([chosen["territory"]]))
    return rows


def _people(request: HttpRequest, chosen: dict[str, Any]) -> Any:
    rows = get_kind("person").visible_to(viewer_of(request))
    if name := chosen.get("q"):
        rows = rows.filter(name__icontains=name)
    if chosen.get("territory") or chosen.get("kind") or chosen.get("country") or chosen.get("area"):
        rows = rows.filter(
            affiliations__until__isnull=True,
            affiliations__organisation__in=_organisations(request, {**chosen, "q": ""}),
        ).distinct()
    return rows.order_by("name", "pk")


def _person_entries(page: Any) -> list[dict[str, Any]]:
    people = list(page)
    affiliations = present_affiliations([person.pk for person in people])
    entries = []
    for person in people:
        affiliation = affiliations.get(person.pk)
        entries.append(
            {
                "name": person.get_full_name(),
                "href": person.get_absolute_url(),
                "position": affiliation.position if affiliation else "",
                "organisation": affiliation.organisation.name if affiliation else "",
                "organisation_href": affiliation.organisation.get_absolute_url() if affiliation else "",
            }
        )
    return entries
