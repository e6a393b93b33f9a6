"""The directory's page. Everything about it is an address: who, words, place and filters can be kept and sent."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.viewer import viewer_of
from core.views.filter_links import changed
from platforms import directory as listing
from platforms.forms import DirectoryForm
from platforms.views.directory_links import Names, chips, groups, pager, who_tabs, wider
from platforms.views.directory_rows import organisation_rows, person_rows
from vocabulary.models import Area

PAGE = 30


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    """Show organisations or people that fit the filter."""
    viewer = viewer_of(request)
    form = DirectoryForm(request.GET)
    names = Names({area.code: area.label() for area in Area.objects.all()})
    asked = _asked(form, names)
    inside = listing.codes_inside(asked.place)
    organisations = listing.organisation_entries(viewer)
    people = listing.person_entries(viewer, organisations)
    found = {
        "organisations": listing.find(organisations, asked, inside=inside),
        "people": listing.find(people, asked, inside=inside),
    }
    who = "people" if form.people else "organisations"
    page = Paginator(found[who].pks, PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    context = {
        "form": form,
        "who": who,
        "total": len(found[who].pks),
        "rows": person_rows(viewer, shown, names) if form.people else organisation_rows(viewer, shown, names),
        "tabs": who_tabs(request.GET, {name: len(there.pks) for name, there in found.items()}, who=who),
        "chips": (chosen := chips(request.GET, asked, names)),
        "groups": groups(request.GET, found[who].counts, asked, names),
        "clear_href": changed(request.GET, q="", territory="", **dict.fromkeys(listing.FACETS, "")) if chosen else "",
        "pager": pager(request.GET, page),
        "wider": [] if shown else wider(request.GET, asked, found, who=who),
    }
    return render(request, "platforms/directory.html", context)


def _asked(form: DirectoryForm, names: Names) -> listing.Asked:
    facets: dict[str, Any] = {facet: form.given(facet) for facet in listing.FACETS}
    known = {facet: value for facet, value in facets.items() if value and names.known(facet, value)}
    return listing.Asked(words=form.given("q"), place=form.given("territory") or None, facets=known)
