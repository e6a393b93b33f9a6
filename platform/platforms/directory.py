"""What the directory knows of organisations and people: which fit a filter, and how many would fit another one.

Everything starts from what the viewer may see; the number of statements never depends on the number of entries.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from core.states import State
from core.texts import sort_key
from core.viewer import Viewer
from organisations.models import Affiliation, Organisation
from organisations.querysets import visible_organisations
from vocabulary.models import Territory

FACETS: Final = ("kind", "area", "country")


@dataclass(frozen=True, slots=True)
class Entry:
    """One organisation or person: the folded words it is found by, its values per facet, the codes of its places."""

    pk: int
    words: str
    values: dict[str, frozenset[str]]
    places: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for: words, a place, and at most one value per facet; empty asks for nothing."""

    words: str = ""
    place: Territory | None = None
    facets: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """The ids that fit, in the order of their names, and per facet how many entries each of its values would give."""

    pks: list[int]
    counts: dict[str, Counter[str]]


def listed_organisations(viewer: Viewer) -> QuerySet[Organisation]:
    """Return the published organisations that are there for the viewer."""
    return visible_organisations(viewer).filter(state=State.PUBLISHED)


def listed_people(viewer: Viewer) -> QuerySet[Any]:
    """Return the people who let the directory show them to the viewer."""
    people: QuerySet[Any] = get_user_model()._default_manager.listed_for(viewer)
    return people


def find(entries: Iterable[Entry], asked: Asked, *, inside: Collection[str] | None) -> Found:
    """Return what fits; `inside` holds the codes of the asked place and of everything in it, None for anywhere."""
    words = sort_key(asked.words).split()
    near = [
        entry
        for entry in entries
        if all(word in entry.words for word in words) and (inside is None or not entry.places.isdisjoint(inside))
    ]
    fits = [entry for entry in near if _fits(entry, asked.facets)]
    counts = {facet: _counted(near, facet, asked.facets) for facet in FACETS}
    return Found([entry.pk for entry in fits], counts)


def _fits(entry: Entry, facets: dict[str, str]) -> bool:
    return all(value in entry.values[facet] for facet, value in facets.items() if value)


def _counted(entries: Sequence[Entry], facet: str, facets: dict[str, str]) -> Counter[str]:
    """Count the values of one facet among what fits all the others."""
    others = {name: value for name, value in facets.items() if name != facet}
    return Counter(value for entry in entries if _fits(entry, others) for value in entry.values[facet])


def codes_inside(place: Territory | None) -> frozenset[str] | None:
    """Return the codes of a place and of everything in it; None for no place."""
    if place is None:
        return None
    return frozenset(Territory.objects.within([place]).values_list("code", flat=True))


def organisation_entries(viewer: Viewer) -> list[Entry]:
    """Return every organisation the viewer may see, by name, by two statements.

    One without a place lies in its country.
    """
    rows = listed_organisations(viewer)
    areas = _areas_of(rows)
    read = rows.order_by("sort_name", "pk").values_list("pk", "sort_name", "kind", "country", "territory__code")
    return [
        Entry(
            pk,
            name,
            {"kind": frozenset({kind}), "country": frozenset({country}), "area": frozenset(areas.get(pk, ()))},
            frozenset({place or country}),
        )
        for pk, name, kind, country, place in read
    ]


def _areas_of(rows: QuerySet[Organisation]) -> dict[int, set[str]]:
    areas: dict[int, set[str]] = defaultdict(set)
    through = Organisation.areas.through._default_manager.filter(organisation__in=rows.order_by().values("pk"))
    for pk, code in through.values_list("organisation_id", "area__code"):
        areas[pk].add(code)
    return areas


def person_entries(viewer: Viewer, organisations: Iterable[Entry]) -> list[Entry]:
    """Return everybody the directory lists for the viewer, by name, by two statements.

    A person has the kind, country, areas and place of the organisations (of those the viewer may see) where she
    works now, and the areas and places of her own profile.
    """
    known = {entry.pk: entry for entry in organisations}
    people = listed_people(viewer)
    work: dict[int, list[Entry]] = defaultdict(list)
    jobs: dict[int, list[str]] = defaultdict(list)
    present = Affiliation.objects.filter(until__isnull=True, person__in=people.order_by().values("pk"))
    for person, organisation, position in present.values_list("person_id", "organisation_id", "position"):
        if organisation in known:
            work[person].append(known[organisation])
            jobs[person].append(sort_key(position))
    own = people.values_list("pk", "name_key", "profile__position", "profile__areas", "profile__territories")
    return [
        _person(Entry(pk, f"{name} {sort_key(position)}", {"area": frozenset(areas)}, frozenset(places)), at, said)
        for pk, name, position, areas, places in own
        for at, said in [(work.get(pk, []), jobs.get(pk, []))]
    ]


def _person(own: Entry, work: list[Entry], jobs: list[str]) -> Entry:
    """Add to what her profile says what the places where she works say."""
    return Entry(
        own.pk,
        " ".join([own.words, *jobs, *(entry.words for entry in work)]),
        {facet: own.values.get(facet, frozenset()).union(*(entry.values[facet] for entry in work)) for facet in FACETS},
        own.places.union(*(entry.places for entry in work)),
    )
