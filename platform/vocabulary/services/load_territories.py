"""Loads the tree of territories level by level in bulk; namesakes get their district beside the name."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from vocabulary.models import Level, Scheme, Territory
from vocabulary.names import derived_code, folded_names, name_key
from vocabulary.services.report import Report

Row = dict[str, str]
NUTS_LEVELS = {"0": Level.COUNTRY, "1": Level.NUTS1, "2": Level.NUTS2, "3": Level.REGION}
HOME_LANGUAGE = {"CZ": "cs", "SK": "sk", "DE": "de", "AT": "de", "CY": "el", "UK": "en"}
CAPITAL = "Praha"
DERIVED = ("path", "sort_name", "search_names")


@dataclass(kw_only=True)
class Place:
    """A territory as the files describe it, before its parent has a key."""

    code: str
    parent_code: str
    level: Level
    names: dict[str, str]
    scheme: Scheme = Scheme.LOCAL
    official_code: str = ""
    offered: bool = True
    qualifier: dict[str, str] = field(default_factory=dict)


def load_territories(*, nuts: list[Row], municipalities: list[Row], city_districts: list[Row]) -> Report:
    """Write countries, regions, districts, municipalities and city districts; return what was done."""
    districts = _districts(municipalities)
    places = [*_nuts(nuts), *districts.values(), *_municipalities(municipalities, districts=districts)]
    places += _city_districts(city_districts, towns={_town_key(place): place.code for place in places})
    _number_doubles(places)
    report = Report(str(Territory._meta.verbose_name_plural))
    stored = {row.code: row for row in Territory.objects.all()}
    for level in Level.values:
        _write([place for place in places if place.level == level], stored=stored, report=report)
    return report


def _number_doubles(places: list[Place]) -> None:
    """Give the second of two places with one code (Pohled, Pohleď) a number, in the order of the file."""
    seen: Counter[str] = Counter()
    for place in places:
        seen[place.code] += 1
        if seen[place.code] > 1:
            place.code = f"{place.code}-{seen[place.code]}"


def _nuts(rows: list[Row]) -> list[Place]:
    return [_nuts_place(row) for row in rows]


def _nuts_place(row: Row) -> Place:
    names = {key[5:]: text for key, text in row.items() if key.startswith("name_") and key != "name_local" and text}
    home = HOME_LANGUAGE.get(row["code"][:2])
    if home and home not in names:
        names[home] = row["name_local"]
    return Place(
        code=row["code"],
        parent_code=row["parent"],
        level=NUTS_LEVELS[row["level"]],
        names=names,
        scheme=Scheme.NUTS_2021 if row["code"].startswith("UK") else Scheme.NUTS,
        official_code=row["code"],
        offered=row["offered"] == "1",
    )


def _districts(rows: list[Row]) -> dict[tuple[str, str], Place]:
    """Return the districts of the municipalities by (region, name); the capital has none."""
    pairs = sorted({(row["nuts3"], row["district"]) for row in rows if row["name"] != CAPITAL})
    return {
        (region, name): Place(
            code=derived_code(region, name),
            parent_code=region,
            level=Level.DISTRICT,
            names=_district_names(name),
            offered=False,
        )
        for region, name in pairs
    }


def _district_names(name: str) -> dict[str, str]:
    return {"cs": f"okres {name}", "sk": f"okres {name}", "en": f"{name} District", "de": f"Bezirk {name}"}


def _municipalities(rows: list[Row], *, districts: dict[tuple[str, str], Place]) -> list[Place]:
    often = Counter(row["name"] for row in rows)
    places = []
    for row in rows:
        district = districts.get((row["nuts3"], row["district"]))
        above = district.code if district else row["nuts3"]
        qualifier = district.names if district and often[row["name"]] > 1 else {}
        places.append(
            Place(
                code=derived_code(above, row["name"]),
                parent_code=above,
                level=Level.MUNICIPALITY,
                names={"cs": row["name"]},
                qualifier=qualifier,
                offered=row["name"] != CAPITAL,
            )
        )
    return places


def _town_key(place: Place) -> tuple[str, str, str]:
    return place.level, place.code.split("-", maxsplit=1)[0], place.names.get("cs", "")


def _city_districts(rows: list[Row], *, towns: dict[tuple[str, str, str], str]) -> list[Place]:
    places = []
    for row in rows:
        town = towns[Level.MUNICIPALITY, row["nuts3"], row["municipality"]]
        code = derived_code(town, row["name"])
        places.append(Place(code=code, parent_code=town, level=Level.CITY_DISTRICT, names={"cs": row["name"]}))
    return places


def _write(places: list[Place], *, stored: dict[str, Territory], report: Report) -> None:
    """Write one level; its parents have keys by now."""
    added, changed = [], []
    for place in places:
        values = _values(place, parent=stored.get(place.parent_code))
        known = stored.get(place.code)
        if known is None:
            added.append(Territory(code=place.code, **values))
        elif report.differs(known, values=values):
            for name, value in values.items():
                setattr(known, name, value)
            changed.append(known)
    created = Territory.objects.bulk_create(added, batch_size=500)
    stored.update({row.code: row for row in created})
    if changed:
        Territory.objects.bulk_update(changed, sorted({"qualifier", *_values(places[0], parent=None)}), batch_size=200)
    report.added += len(added)
    report.changed += len(changed)


def _values(place: Place, *, parent: Territory | None) -> dict[str, Any]:
    # A qualifier given because an editor added a namesake is not taken away again.
    return ({"qualifier": place.qualifier} if place.qualifier else {}) | {
        "parent_id": parent.pk if parent else None,
        "level": place.level.value,
        "scheme": place.scheme.value,
        "official_code": place.official_code,
        "names": place.names,
        "offered": place.offered,
        "path": f"{parent.path if parent else ''}{place.code}/",
        "sort_name": name_key(place.names),
        "search_names": folded_names(place.names),
    }
