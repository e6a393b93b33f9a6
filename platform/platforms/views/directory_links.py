"""The links of the directory: tabs, chosen filters to take off, further values with their counts, and wider filters."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import gettext as _

from core.times import locale_of
from core.views.filter_links import changed
from organisations.models import OrganisationKind
from platforms.directory import FACETS, Asked, Found


@dataclass(frozen=True, slots=True)
class Names:
    """What the values of the facets are called in the reader's language."""

    areas: dict[str, str]

    def known(self, facet: str, value: str) -> bool:
        """Return whether a facet has this value at all."""
        return bool(self._names(facet).get(value))

    def name(self, facet: str, value: str) -> str:
        """Return the name of a value; the value itself when it has none."""
        return self._names(facet).get(value) or value

    def _names(self, facet: str) -> Mapping[str, str]:
        if facet == "kind":
            return {str(value): str(label) for value, label in OrganisationKind.choices}
        return self.areas if facet == "area" else locale_of().territories


def who_tabs(query: QueryDict, totals: dict[str, int], *, who: str) -> list[dict[str, Any]]:
    """Return organisations and people, each with how many fit."""
    labels = {"organisations": _("Organisations"), "people": _("People")}
    return [
        {
            "label": label,
            "href": changed(query, who=name if name == "people" else ""),
            "current": name == who,
            "count": totals[name],
            "id": f"who-{name}",
        }
        for name, label in labels.items()
    ]


def chips(query: QueryDict, asked: Asked, names: Names) -> list[dict[str, str]]:
    """Return what is asked for as words, each with the address without it."""
    words = [("q", _("“%(words)s”") % {"words": asked.words})]
    place = [("territory", asked.place.label() if asked.place else "")]
    facets = [(facet, names.name(facet, asked.facets.get(facet, ""))) for facet in FACETS]
    return [
        {"label": label, "remove_href": changed(query, **{name: ""})}
        for name, label in [*(words if asked.words else []), *place, *facets]
        if label
    ]


def groups(query: QueryDict, counts: dict[str, Counter[str]], asked: Asked, names: Names) -> list[dict[str, Any]]:
    """Return the facets with the values that would give something, the most frequent first."""
    labels = {"kind": _("Kind of organisation"), "area": _("Area"), "country": _("Country")}
    found = [
        {
            "label": label,
            "open": True,
            "options": _options(query, facet, counts[facet], chosen=asked.facets.get(facet, ""), names=names),
        }
        for facet, label in labels.items()
    ]
    return [group for group in found if group["options"]]


def _options(query: QueryDict, facet: str, counts: Counter[str], *, chosen: str, names: Names) -> list[dict[str, Any]]:
    named = [(names.name(facet, value), value) for value in {*counts, *([chosen] if chosen else [])}]
    return [
        {
            "label": label,
            "href": changed(query, **{facet: "" if value == chosen else value}),
            "current": value == chosen,
            "count": counts.get(value, 0),
            "id": f"{facet}-{value}",
        }
        for label, value in sorted(named, key=lambda pair: (-counts.get(pair[1], 0), pair[0]))
    ]


def pager(query: QueryDict, page: Page[Any]) -> dict[str, str]:
    """Return the addresses of the pages before and after this one, in the shape the pager takes."""
    before = str(page.previous_page_number()) if page.has_previous() else ""
    after = str(page.next_page_number()) if page.has_next() else ""
    return {
        "newer": changed(query, page=before if before != "1" else "") if before else "",
        "older": changed(query, page=after) if after else "",
        "newer_label": _("Previous"),
        "older_label": _("Next"),
    }


def wider(query: QueryDict, asked: Asked, found: dict[str, Found], *, who: str) -> list[dict[str, str]]:
    """Return the ways out of an empty list: without one of the filters, or among the others."""
    ways = []
    if asked.place and asked.place.parent_id:
        ways.append(
            {
                "label": _("Look in all of %(place)s") % {"place": asked.place.parent.label()},  # type: ignore[union-attr]  # it has one
                "href": changed(query, territory=asked.place.parent.code),  # type: ignore[union-attr]  # it has one
            }
        )
    other = "people" if who == "organisations" else "organisations"
    if found[other].pks:
        label = _("Look among people") if other == "people" else _("Look among organisations")
        ways.append({"label": label, "href": changed(query, who=other if other == "people" else "")})
    return ways
