"""Loads the vocabulary from `vocabulary/data`. Rows edited by a person are left as they are."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from core.outbox import publish
from core.site import raise_epoch
from vocabulary.events import TerritoriesLoaded
from vocabulary.models import Area, Call, Entry, Funder, Instrument, Programme, TargetGroup
from vocabulary.services.load_territories import load_territories
from vocabulary.services.report import Report

DATA = Path(__file__).resolve().parent.parent / "data"
STEP = 10


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file, its table, and which of its columns are fields or point at another table."""

    file: str
    model: type[Entry]
    fields: tuple[str, ...] = ()
    points_at: tuple[tuple[str, type[Entry]], ...] = ()


SOURCES = [
    Source(file="areas.tsv", model=Area),
    Source(file="target_groups.tsv", model=TargetGroup, fields=("vulnerable",)),
    Source(file="instruments.tsv", model=Instrument),
    Source(file="funders.tsv", model=Funder),
    Source(file="programmes.tsv", model=Programme, fields=("period",), points_at=(("funder", Funder),)),
    Source(file="calls.tsv", model=Call, fields=("number",), points_at=(("programme", Programme),)),
]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the lines of a tab-separated file by their column names."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def names_of(row: dict[str, str]) -> dict[str, str]:
    """Return the filled columns `name_<language>` as texts per language."""
    return {key[5:]: text for key, text in row.items() if key.startswith("name_") and key != "name_local" and text}


@transaction.atomic
def load_vocabulary(*, data: Path = DATA) -> list[Report]:
    """Write every list so that it says what the files say; return what was done, list by list."""
    reports = [_load(source, rows=read_rows(data / source.file)) for source in SOURCES]
    nuts, towns, districts = (
        read_rows(data / name) for name in ("nuts.tsv", "cz_municipalities.tsv", "cz_city_districts.tsv")
    )
    places = load_territories(nuts=nuts, municipalities=towns, city_districts=districts)
    if places.added or places.changed:
        publish(TerritoriesLoaded())
    if any(report.added or report.changed for report in [*reports, places]):
        raise_epoch()
    return [*reports, places]


def _load(source: Source, *, rows: list[dict[str, str]]) -> Report:
    report = Report(str(source.model._meta.verbose_name_plural))
    keys = {name: dict(model._default_manager.values_list("code", "pk")) for name, model in source.points_at}
    present: dict[str, Any] = {row.code: row for row in source.model._default_manager.all()}
    added, changed = [], []
    for number, row in enumerate(rows, start=1):
        values = _values(source, row=row, order=number * STEP, keys=keys)
        known = present.get(row["code"])
        if known is None:
            added.append(source.model(code=row["code"], **values))
        elif report.differs(known, values=values):
            changed.append(_with(known, values))
    source.model._default_manager.bulk_create(added)
    if changed:
        source.model._default_manager.bulk_update(changed, ["names", "order", *_columns(source)])
    report.added, report.changed = len(added), len(changed)
    return report


def _columns(source: Source) -> Iterable[str]:
    return [*source.fields, *(f"{name}_id" for name, _ in source.points_at)]


def _values(source: Source, *, row: dict[str, str], order: int, keys: dict[str, dict[str, int]]) -> dict[str, Any]:
    own: dict[str, Any] = {field: row[field] for field in source.fields}
    if "vulnerable" in own:
        own["vulnerable"] = own["vulnerable"] == "1"
    foreign = {f"{name}_id": keys[name][row[name]] for name, _ in source.points_at}
    return {"names": names_of(row), "order": order, **own, **foreign}


def _with(row: Any, values: dict[str, Any]) -> Any:
    for name, value in values.items():
        setattr(row, name, value)
    return row
