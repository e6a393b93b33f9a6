"""The demo's people and organisations, through the services of accounts and organisations."""

from functools import partial
from typing import Any

from accounts.models import User
from accounts.services import add_person, change_profile
from demo.records import once, read
from organisations.models import Organisation
from organisations.services import add_organisation, set_affiliation
from vocabulary.models import Area, Territory


def load_people() -> dict[str, User]:
    """Return every invented person by handle; the administrator persona administers the network."""
    return {
        row["handle"]: once(f"person:{row['handle']}", partial(_person, row)) for row in read("people.toml")["person"]
    }


def _person(row: dict[str, Any]) -> User:
    person = add_person(
        by=None,
        email=row["email"],
        name=row["name"],
        handle=row["handle"],
        language=row["language"],
        reads=row["reads"],
        persona=row.get("persona", ""),
        is_superuser=row.get("persona") == "administrator",
    )
    changes = {"position": row["position"][:160], "about": {row["language"]: row["about"]} if row.get("about") else {}}
    change_profile(person, by=person, changes=changes)
    return person


def load_organisations(people: dict[str, User]) -> dict[str, Organisation]:
    """Return every invented organisation by slug, with its people working there."""
    keeper = administrator(people)
    found = {
        row["slug"]: once(f"organisation:{row['slug']}", partial(_organisation, row, by=keeper))
        for row in read("organisations.toml")["organisation"]
    }
    for row in read("people.toml")["person"]:
        person = people[row["handle"]]
        if row["organisation"]:
            set_affiliation(person, by=person, organisation=found[row["organisation"]], position=row["position"][:160])
    return found


def administrator(people: dict[str, User]) -> User:
    """Return the person who administers the demo network."""
    return next(person for person in people.values() if person.persona == "administrator")


def _organisation(row: dict[str, Any], *, by: User) -> Organisation:
    return add_organisation(
        by=by,
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        territory=Territory.objects.filter(code=row["territory"]).first(),
        areas=list(Area.objects.filter(code__in=row["areas"])),
        about=row["about"],
    )
