"""One page of the directory as rows of the entries component. Nothing here asks once per row."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from core.texts import pick_with_language
from core.viewer import Viewer
from organisations.querysets import present_affiliations
from platforms.directory import listed_organisations, listed_people
from platforms.views.directory_links import Names
from vocabulary.models import Territory

MOST_AREAS = 3


def organisation_rows(viewer: Viewer, pks: Sequence[int], names: Names) -> list[dict[str, Any]]:
    """Return the rows of these organisations in their order, by two statements."""
    rows = listed_organisations(viewer).select_related("territory").prefetch_related("areas").in_bulk(list(pks))
    return [_organisation(rows[pk], names) for pk in pks if pk in rows]


def _organisation(organisation: Any, names: Names) -> dict[str, Any]:
    text, language = pick_with_language(organisation.about)
    return {
        "name": organisation.name,
        "href": organisation.get_absolute_url(),
        "kind": "organisation",
        "kind_label": organisation.get_kind_display(),
        "text": text,
        "lang": language,
        "place": _place(organisation, names),
        "areas": _joined(names.name("area", area.code) for area in list(organisation.areas.all())[:MOST_AREAS]),
    }


def _place(organisation: Any, names: Names) -> str:
    """Return place and country, once where both are the same."""
    country = names.name("country", organisation.country)
    place = organisation.territory.name if organisation.territory else ""
    return _joined(dict.fromkeys([place, country]))


def person_rows(viewer: Viewer, pks: Sequence[int], names: Names) -> list[dict[str, Any]]:
    """Return the rows of these people in their order, by five statements."""
    people = listed_people(viewer).select_related("profile").in_bulk(list(pks))
    shown = [people[pk] for pk in pks if pk in people]
    visible = set(listed_organisations(viewer).filter(affiliations__person__in=shown).values_list("pk", flat=True))
    work = {pk: row for pk, row in present_affiliations([*people]).items() if row.organisation_id in visible}
    _with_places(work.values())
    codes = {code for person in shown for code in person.profile.territories}
    places = {place.code: place.name for place in Territory.objects.with_codes(codes)} if codes else {}
    return [_person(person, work.get(person.pk), names, places) for person in shown]


def _with_places(work: Iterable[Any]) -> None:
    prefetch_related_objects([row.organisation for row in work], "territory")


def _person(person: Any, work: Any, names: Names, places: dict[str, str]) -> dict[str, Any]:
    profile = person.profile
    return {
        "name": person.get_full_name(),
        "href": person.get_absolute_url(),
        "kind": "person",
        "note": (work.position if work else "") or profile.position,
        "organisation": work.organisation.name if work else "",
        "organisation_href": work.organisation.get_absolute_url() if work else "",
        "place": _joined(places[code] for code in profile.territories[:2] if code in places)
        or (_place(work.organisation, names) if work else ""),
        "areas": _joined(names.name("area", code) for code in profile.areas[:MOST_AREAS]),
    }


def _joined(words: Iterable[Any]) -> str:
    return ", ".join(str(word) for word in words if word)
