"""How many of a person's waiting mails go out now: a pure rule. What is over the day's number waits to go together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.times import zone_of
from notifications.models import InstantMail

A_DAY = 20
MORNING = 7


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Rows for mails of their own, rows for one mail together, rows that wait for the morning."""

    single: Sequence[InstantMail] = ()
    together: Sequence[InstantMail] = field(default_factory=list)
    held: Sequence[InstantMail] = field(default_factory=list)


def plan(rows: Sequence[InstantMail], *, sent_today: int, limit: int = A_DAY) -> Plan:
    """Return what becomes of the due rows of one person, who has had `sent_today` mails in a day."""
    together = [row for row in rows if row.collected]
    fresh = [row for row in rows if not row.collected]
    free = max(0, limit - sent_today - bool(together))
    return Plan(single=fresh[:free], together=together, held=fresh[free:])


def next_morning(now: datetime, *, zone: str) -> datetime:
    """Return seven o'clock of the next day where the person lives."""
    local = now.astimezone(zone_of(zone)) + timedelta(days=1)
    return local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
