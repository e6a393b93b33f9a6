"""The search page. Everything about it is an address: words, filters and place can be linked, kept and sent."""

from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.viewer import viewer_of
from search.analysis import query_terms
from search.engines.base import FARTHEST, Filters, SearchUnavailableError
from search.finding import Answer, search
from search.forms import SearchForm
from search.limits import may_search
from search.views.links import chips, groups, kind_links, page_links, ways_out

log = structlog.get_logger(__name__)


@require_safe
@never_cache
def search_page(request: HttpRequest) -> HttpResponse:
    """Show the box, and what was found when something was asked."""
    form = SearchForm(request.GET, viewer=viewer_of(request))
    valid = form.is_valid()
    text = (form.cleaned_data.get("q") or request.GET.get("q", "")).strip()
    context = {"form": form, "text": text, "platforms": form.platforms, "start": _start(request)}
    if not text:
        return render(request, "search/search.html", context, status=200 if valid else 422)
    if not query_terms(text):
        return render(request, "search/search.html", {**context, "too_common": True})
    if not may_search(request):
        return render(request, "search/search.html", {**context, "too_many": True}, status=429)
    return _answered(request, form, context=context)


def _answered(request: HttpRequest, form: SearchForm, *, context: dict[str, Any]) -> HttpResponse:
    filters, start = form.filters(), context["start"]
    try:
        answer = search(context["text"], viewer=viewer_of(request), filters=filters, start=start)
    except SearchUnavailableError as error:
        log.warning("search.unavailable", error=type(error.__cause__).__name__)
        return render(request, "search/search.html", {**context, "down": True}, status=503)
    context |= {"answer": answer, **_links(request, form, answer=answer, filters=filters, start=start)}
    return render(request, "search/search.html", context, status=422 if form.errors else 200)


def _links(request: HttpRequest, form: SearchForm, *, answer: Answer, filters: Filters, start: int) -> dict[str, Any]:
    return {
        "kinds": kind_links(request.GET, counts=answer.counts, chosen=filters.kind),
        "chips": chips(request.GET, form=form),
        "groups": groups(request.GET, form=form, facets=answer.facets),
        "ways": ways_out(request.GET, form=form, chosen=filters.kind),
        "clear_href": f"?{_only_words(request)}",
        "pager": page_links(request.GET, start=start, next_start=answer.next_start),
    }


def _only_words(request: HttpRequest) -> str:
    query = request.GET.copy()
    for name in set(query) - {"q"}:
        del query[name]
    return query.urlencode()


def _start(request: HttpRequest) -> int:
    typed = request.GET.get("from", "")
    return min(int(typed), FARTHEST) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
