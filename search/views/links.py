"""The links around the results: kinds with their counts, chosen filters to take off, earlier and further results."""

from typing import Any

from django.http.request import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from core.kinds import get_kind
from core.views.filter_links import changed
from search.engines.base import FACETS
from search.finding import PAGE
from search.forms import SearchForm

FILTERS = ("platform", "area", "territory", "language", "year")


def kind_links(query: QueryDict, *, counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """Return a link per kind, most results first; a chosen kind without any stays to be seen."""
    codes = sorted({*counts, *([chosen] if chosen else [])}, key=lambda code: (-counts.get(code, 0), code))
    everything = _kind_link(query, "", label=_("Everything"), count=sum(counts.values()), chosen=chosen)
    names = {code: str(get_kind(code).name_plural) for code in codes}
    kinds = (
        _kind_link(query, code, label=name[:1].upper() + name[1:], count=counts.get(code, 0), chosen=chosen)
        for code, name in names.items()
    )
    return [everything, *kinds]


def _kind_link(query: QueryDict, code: str, *, label: str, count: int, chosen: str) -> dict[str, Any]:
    return {
        "label": label,
        "href": changed(query, kind=code),
        "current": code == chosen,
        "count": count,
        "id": f"kind-{code}",
    }


def chips(query: QueryDict, *, form: SearchForm) -> list[dict[str, str]]:
    """Return the chosen filters as words, each with the address without it."""
    data = form.cleaned_data
    return [
        {"label": _label(form, name, data[name]), "remove_href": changed(query, **{name: ""})}
        for name in FILTERS
        if data.get(name)
    ]


def groups(query: QueryDict, *, form: SearchForm, facets: dict[str, dict[str, int]]) -> list[dict[str, Any]]:
    """Return the filters with the values that would leave something, most first; a chosen one stays to be seen."""
    found = [
        {
            "label": str(form.fields[name].label),
            "open": name in {"platform", "area"},
            "options": _options(query, form, name, counts=facets.get(name, {})),
        }
        for name in FACETS
    ]
    return [group for group in found if group["options"]]


def _options(query: QueryDict, form: SearchForm, name: str, *, counts: dict[str, int]) -> list[dict[str, Any]]:
    known = {str(key): str(label) for key, label in getattr(form.fields[name], "choices", []) if key}
    chosen = str(form.cleaned_data.get(name) or "")
    told = sorted(
        (value for value in known if counts.get(value) or value == chosen),
        key=lambda value: (-int(value) if name == "year" else -counts.get(value, 0), known[value]),
    )
    return [
        {
            "label": known[value],
            "href": changed(query, **{name: "" if value == chosen else value}),
            "current": value == chosen,
            "count": counts.get(value, 0),
            "id": f"{name}-{value}",
        }
        for value in told
    ]


def ways_out(query: QueryDict, *, form: SearchForm, chosen: str) -> list[dict[str, str]]:
    """Return where the same words may be found when nothing was: everywhere, in any language, among people."""
    wider = {name: "" for name in FILTERS if form.cleaned_data.get(name)}
    ways = []
    if wider or chosen:
        ways.append({"label": _("Search everywhere"), "href": changed(query, kind="", **wider)})
    words = form.cleaned_data.get("q") or ""
    directory = f"{reverse('platforms:directory')}?{urlencode({'q': words, 'who': 'people'})}"
    ways.append({"label": _("Look among people"), "href": directory})
    ways.append({"label": _("Ask in a forum"), "href": reverse("forums:latest")})
    return ways


def _label(form: SearchForm, name: str, value: Any) -> str:
    choices = {str(key): str(label) for key, label in getattr(form.fields[name], "choices", [])}
    return choices.get(str(value), str(value))


def page_links(query: QueryDict, *, start: int, next_start: int | None) -> dict[str, Any]:
    """Return the addresses of the stretches before and after this one, in the shape the pager takes."""
    further = query.copy()
    further["from"] = str(next_start or 0)
    return {
        "newer": _before(query, start) if start else "",
        "older": f"?{further.urlencode()}" if next_start else "",
        "newer_label": _("Previous results"),
        "older_label": _("Further results"),
    }


def _before(query: QueryDict, start: int) -> str:
    earlier = query.copy()
    earlier["from"] = str(max(0, start - PAGE))
    return f"?{earlier.urlencode()}" if start > PAGE else changed(query)
