"""Removes the demo: everything recorded, everything that hangs on it, and every row that names it.

Rows are deleted without their services on purpose: the demo's people never were members, so nothing of them is kept.
What others wrote in a topic of the demo goes with the topic.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.fields.reverse_related import ForeignObjectRel
from wagtail.models import Page

from cms.models import BasePage
from cms.services.editors import forget_platform_editors
from core.kinds import all_kinds
from demo.home import empty_home
from demo.models import DemoRecord
from platforms.models import Platform

# What was told to or asked by the demo's people goes with them, even where a row could do without its person.
TOLD = {"mail", "notifications"}
# A line that names an author names nobody without her.
NAMES = {"cms.PageAuthor"}
Rows = dict[type[models.Model], set[Any]]


@transaction.atomic
def remove_demo() -> int:
    """Delete the demo in one transaction; return how many recorded objects it had. The index is rebuilt afterwards."""
    records = list(DemoRecord.objects.exclude(model="demo.DemoRecord"))
    pages = {r.object_id for r in records if issubclass(apps.get_model(r.model), Page)}
    found: Rows = {}
    for platform in Platform.objects.filter(pk__in=[r.object_id for r in records if r.model == "platforms.Platform"]):
        forget_platform_editors(platform)
    for record in records:
        model = apps.get_model(record.model)
        if not issubclass(model, Page):
            _collect(model, {record.object_id}, found)
    _forget_references({**found, BasePage: pages}, found)
    empty_home()
    _delete_pages(pages)
    for model, keys in found.items():
        _each(model, keys)._raw_delete(using=_each(model, keys).db)
    DemoRecord.objects.all().delete()
    return len(records)


def _delete_pages(ids: set[int]) -> None:
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
        if field.null and relation._meta.app_label not in TOLD and relation._meta.label not in NAMES:
            rows.update(**{field.name: None})
        else:
            _collect(relation, set(rows.values_list("pk", flat=True)), found)


def _pointing_at(model: type[models.Model]) -> Iterator[tuple[type[models.Model], Any]]:
    """Yield (table, key) for every foreign key to the model, those without a name on it included."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and (relation.one_to_many or relation.one_to_one):
            yield relation.field.model, relation.field


def _forget_references(items: Rows, found: Rows) -> None:
    """Add rows that name an item by kind and id, such as follows, reports, notices and search entries."""
    naming = [(table, *names) for table in apps.get_models() for names in _names_of_references(table)]
    for kind in all_kinds():
        keys = items.get(kind.model, set())
        for table, code, pk in naming if keys else []:
            rows = table._base_manager.filter(**{code: kind.code, f"{pk}__in": keys})
            _collect(table, set(rows.values_list("pk", flat=True)), found)


def _names_of_references(table: type[models.Model]) -> list[tuple[str, str]]:
    """Return the pairs of columns by which a table names items, such as (kind, object_id) or (item_kind, item_id)."""
    names = {field.attname for field in table._meta.concrete_fields}
    prefixed = [(name, f"{name.removesuffix('kind')}id") for name in names if name.endswith("_kind")]
    return [pair for pair in [("kind", "object_id"), *prefixed] if set(pair) <= names]
