"""Pages of areas and places. What stands on them comes from other apps by panels."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from vocabulary.models import Area, Level, Territory
from vocabulary.services.lookup import NAMESAKES, find_territories, widely_known

CHILDREN_SHOWN = 400


def areas(request: HttpRequest) -> HttpResponse:
    """List the areas."""
    return render(request, "vocabulary/areas.html", {"areas": Area.objects.all()})


def area(request: HttpRequest, code: str) -> HttpResponse:
    """Show what there is about one area."""
    found = get_object_or_404(Area, code__iexact=code)
    if found.code != code:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    return render(request, "vocabulary/area.html", {"area": found})


def territories(request: HttpRequest) -> HttpResponse:
    """Find a place by name, or start from the countries and regions."""
    text = request.GET.get("q", "").strip()[:80]
    found = find_territories(text, limit=NAMESAKES) if text else []
    start = [] if text else widely_known()
    return render(request, "vocabulary/territories.html", {"text": text, "found": found, "start": start})


def territory(request: HttpRequest, code: str) -> HttpResponse:
    """Show one place: what it lies in, what lies in it, and what other apps have there."""
    place = get_object_or_404(Territory, code__iexact=code)
    if place.code != code:
        return HttpResponsePermanentRedirect(place.get_absolute_url())
    around = list(Territory.objects.filter(code__in=place.ancestor_codes[:-1]).order_by("path"))
    children = list(place.children.order_by("sort_name")[:CHILDREN_SHOWN])
    shown = [row for row in around if row.offered or row.level == Level.DISTRICT]
    return render(request, "vocabulary/territory.html", {"territory": place, "around": shown, "children": children})


def lookup(request: HttpRequest) -> HttpResponse:
    """Return the options for what has been typed so far; the name of the field may vary."""
    typed = next((str(value) for value in request.GET.values() if value), "")
    options = find_territories(typed, limit=NAMESAKES) if typed else widely_known()
    return render(request, "vocabulary/partials/_options.html", {"options": options})
