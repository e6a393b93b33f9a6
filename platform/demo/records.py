"""Finds and makes the demo's objects by their keys: what is recorded is returned, what is not is made and recorded."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models, transaction

from demo.models import DemoRecord

DATA = Path(__file__).resolve().parent / "data"


def read(name: str) -> dict[str, Any]:
    """Return one file of the demo's data."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def read_folder(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Return (stem, content) of every file of a folder, by name."""
    return [
        (path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted((DATA / name).glob("*.toml"))
    ]


def present(key: str) -> Any:
    """Return the recorded object, or None when it was not made or is gone."""
    record = DemoRecord.objects.filter(key=key).first()
    if record is None:
        return None
    return apps.get_model(record.model)._default_manager.filter(pk=record.object_id).first()


@transaction.atomic
def once(key: str, make: Callable[[], models.Model]) -> Any:
    """Return the object under this key, made and recorded when it is not there."""
    found = present(key)
    if found is not None:
        return found
    made = make()
    DemoRecord.objects.update_or_create(key=key, defaults={"model": made._meta.label, "object_id": made.pk})
    return made
