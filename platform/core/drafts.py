"""What a person was writing and has not sent: kept per person and place, seen by nobody else, forgotten when sent."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.models import Draft
from core.typed import clean

PLACE = re.compile(r"[a-z0-9][a-z0-9:_-]{0,119}")
MAX_FIELDS = 40
MAX_CHARACTERS = 300_000
MAX_DRAFTS = 50
KEEP = timedelta(days=90)


class DraftRefusedError(ValueError):
    """The place is no place, or there is far more text than any form takes."""


@transaction.atomic
def save_draft(person: Any, *, place: str, fields: Mapping[str, str]) -> bool:
    """Keep the fields of a form; return whether that changed anything. The oldest draft gives way to the 51st.

    Empty fields forget the draft. Raises DraftRefusedError for an impossible place or too much text.
    """
    kept = {clean(name): clean(value) for name, value in fields.items() if value.strip()}
    if not PLACE.fullmatch(place) or len(kept) > MAX_FIELDS:
        raise DraftRefusedError(place[:120])
    if sum(len(name) + len(value) for name, value in kept.items()) > MAX_CHARACTERS:
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


def load_draft(person: Any, *, place: str) -> dict[str, str]:
    """Return the kept fields for a form's `initial`; empty when there is no draft, or for a visitor."""
    if not getattr(person, "is_authenticated", False):
        return {}
    found = Draft.objects.filter(person=person, place=place).values_list("fields", flat=True).first()
    return dict(found or {})


def forget_draft(person: Any, *, place: str) -> bool:
    """Forget what was being written there; return whether there was anything."""
    return bool(Draft.objects.filter(person=person, place=place).delete()[0])


def prune_drafts() -> int:
    """Forget drafts nobody touched for three months; return how many."""
    return Draft.objects.filter(updated_at__lt=timezone.now() - KEEP).delete()[0]
