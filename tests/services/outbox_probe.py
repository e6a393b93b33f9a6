"""An event with three handlers whose traces are rows: how often each ran can be counted from any process.

Workers load this module by `celery worker --include`; each handler leaves its row in its own transaction.
"""

import time
from dataclasses import dataclass
from typing import ClassVar

from django.db import transaction
from django.utils import timezone

from core.models import OutboxEvent
from core.outbox import Event, handler, publish

TRACE = "tests.trace"


@dataclass(frozen=True, kw_only=True)
class Knocked(Event):
    """Somebody knocked; `key` tells one knock from another, `seconds` is how long an answer takes."""

    name: ClassVar[str] = "tests.knocked"
    key: str
    seconds: float = 0.0


@handler(Knocked, name="tests.answer")
def answer(event: Knocked) -> None:
    """Leave a trace after the time that the event asks for."""
    time.sleep(event.seconds)
    trace("answer", key=event.key)


@handler(Knocked, name="tests.break")
def break_down(event: Knocked) -> None:
    """Leave a trace and fail, so that the trace must be gone."""
    trace("break", key=event.key)
    raise ValueError("this handler always fails")


@handler(Knocked, name="tests.note")
def note(event: Knocked) -> None:
    """Leave a trace; its name sorts behind the one that fails."""
    trace("note", key=event.key)


def trace(who: str, *, key: str) -> None:
    """Write that a handler ran."""
    OutboxEvent.objects.create(name=TRACE, payload={"who": who, "key": key}, dispatched_at=timezone.now())


def traces(key: str) -> list[str]:
    """Return which handlers ran for a knock, one entry per run."""
    rows = OutboxEvent.objects.filter(name=TRACE, payload__key=key)
    return sorted(row.payload["who"] for row in rows)


def knock(key: str, *, seconds: float = 0.0) -> int:
    """Publish the event as a service would, and return the id of its row."""
    with transaction.atomic():
        return publish(Knocked(key=key, seconds=seconds)).pk
