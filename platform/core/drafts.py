"""What a person was writing and has not sent: kept per person and place, seen by nobody else, forgotten when sent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.forms import BaseForm
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from core.models import Draft
from core.typed import clean

PLACE = re.compile(r"[a-z0-9][a-z0-9:_-]{0,119}")
MAX_FIELDS = 40
MAX_CHARACTERS = 300_000
MAX_DRAFTS = 50
KEEP = timedelta(days=90)


class DraftRefusedError(ValueError):
    """The place is no place, or there is far more text than any form takes."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a form was kept with, by the names of its fields, and when; without `at` nothing was kept."""

    fields: Mapping[str, list[str]]
    at: datetime | None = None


@transaction.atomic
def save_draft(person: Any, *, place: str, fields: Mapping[str, Sequence[str]]) -> bool:
    """Keep the fields of a form; return whether that changed anything. The oldest draft gives way to the 51st.

    Empty fields forget the draft. Raises DraftRefusedError for an impossible place or too much text.
    """
    kept = {clean(name): _filled(values) for name, values in fields.items() if _filled(values)}
    if not PLACE.fullmatch(place) or len(kept) > MAX_FIELDS:
        raise DraftRefusedError(place[:120])
    if sum(len(name) + sum(map(len, values)) for name, values in kept.items()) > MAX_CHARACTERS:
        raise DraftRefusedError(place)
    if not kept:
        return forget_draft(person, place=place)
    if Draft.objects.filter(person=person, place=place, fields=kept).exists():
        return False
    _, created = Draft.objects.update_or_create(person=person, place=place, defaults={"fields": kept})
    if created:
        oldest = Draft.objects.filter(person=person).order_by("-updated_at", "-pk").values("pk")[MAX_DRAFTS:]
        Draft.objects.filter(pk__in=[row["pk"] for row in oldest]).delete()
    return True


def _filled(values: Sequence[str]) -> list[str]:
    return [clean(value) for value in values if value.strip()]


def load_draft(person: Any, *, place: str) -> Kept:
    """Return what was kept there; nothing when there is no draft, or for a visitor."""
    if not getattr(person, "is_authenticated", False):
        return Kept(fields={})
    found = Draft.objects.filter(person=person, place=place).first()
    return Kept(fields=found.fields, at=found.updated_at) if found else Kept(fields={})


def bring_back(form: BaseForm, draft: Kept) -> bool:
    """Make what was kept the initial of a form that was not sent yet; return whether anything came back.

    Hidden fields stay the form's own (who reads this is said anew), and files are never kept in a draft.
    """
    if draft.at is None or form.is_bound:
        return False
    data = MultiValueDict(draft.fields)
    for name, field in form.fields.items():
        widget, place = field.widget, form.add_prefix(name)
        if widget.is_hidden or widget.needs_multipart_form or widget.value_omitted_from_data(data, {}, place):
            continue
        form.initial[name] = widget.value_from_datadict(data, {}, place)
    return True


def forget_draft(person: Any, *, place: str) -> bool:
    """Forget what was being written there; return whether there was anything."""
    return bool(Draft.objects.filter(person=person, place=place).delete()[0])


def prune_drafts() -> int:
    """Forget drafts nobody touched for three months; return how many."""
    return Draft.objects.filter(updated_at__lt=timezone.now() - KEEP).delete()[0]
