"""Removes the demo: everything recorded, everything that hangs on it, and every row that names it.

Rows are deleted without their services on purpose: the demo's people never were members, so nothing of them is kept.
What others wrote in a topic of the demo goes with the topic.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction
from wagtail.models import Page

from core.kinds import all_kinds
from demo.home import empty_home
from demo.models import DemoRecord

Rows = dict[type[models.Model], set[Any]]


@transaction.atomic
def remove_demo() -> int:
    """Delete the demo in one transaction; return how many recorded objects it had. The index is rebuilt afterwards."""
    records = list(DemoRecord.objects.exclude(model="demo.DemoRecord"))
    empty_home()
    _delete_pages([r.object_id for r in records if issubclass(apps.get_model(r.model), Page)])
    found: Rows = {}
    for record in records:
        model = apps.get_model(record.model)
        if not issubclass(model, Page):
            _collect(model, {record.object_id}, found)
    _forget_references(found)
    for model, keys in found.items():
        _each(model, keys)._raw_delete(using=_each(model, keys).db)
    DemoRecord.objects.all().delete()
    return len(records)


def _delete_pages(ids: list[int]) -> None:
    for page in Page.objects.filter(pk__in=ids).order_by("-depth"):
        page.specific.delete()


def _each(model: type[models.Model], keys: set[Any]) -> models.QuerySet[Any]:
    return model._base_manager.filter(pk__in=keys)


def _collect(model: type[models.Model], keys: set[Any], found: Rows) -> None:
    """Add rows and whatever cannot be without them; where a reference may be empty, empty it."""
    new = keys - found.setdefault(model, set())
    if not new:
        return
    found[model] |= new
    for relation, field in _pointing_at(model):
        rows = relation._base_manager.filter(**{f"{field.name}__in": new})
        if field.null:
            rows.update(**{field.name: None})
        else:
            _collect(relation, set(rows.values_list("pk", flat=True)), found)


def _pointing_at(model: type[models.Model]) -> Iterator[tuple[type[models.Model], Any]]:
    for relation in model._meta.related_objects:
        if (relation.one_to_many or relation.one_to_one) and relation.related_model is not None:
            yield relation.related_model, relation.field


def _forget_references(found: Rows) -> None:
    """Delete rows that name a removed item by (kind, object id), such as follows, reports and search entries."""
    codes = {kind.model: kind.code for kind in all_kinds()}
    naming = [m for m in apps.get_models() if {"kind", "object_id"} <= {f.name for f in m._meta.fields}]
    for model, keys in list(found.items()):
        if model in codes:
            for table in naming:
                rows = table._base_manager.filter(kind=codes[model], object_id__in=keys)
                _collect(table, set(rows.values_list("pk", flat=True)), found)
