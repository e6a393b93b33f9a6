"""How often a person may do something. Counts are rows and hold across processes; limits are settings.RATE_LIMITS."""

import time
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from core.models import RateCount


def allow(verb: str, *, who: str) -> bool:
    """Count one more try of `verb` by `who` (such as `person:7` or `ip:…`); return False when a limit is passed.

    A refused try is not counted. Two processes at once cannot pass a limit together: the database counts.
    Raises KeyError for a verb without a limit.
    """
    limits = settings.RATE_LIMITS[verb]
    with transaction.atomic():
        for number, seconds in limits:
            row = _count(verb, who=who, seconds=seconds)
            if not RateCount.objects.filter(pk=row.pk, count__lt=number).update(count=F("count") + 1):
                transaction.set_rollback(True)
                return False
    return True


def _count(verb: str, *, who: str, seconds: int) -> RateCount:
    window = int(time.time()) // seconds
    ends = datetime.fromtimestamp((window + 1) * seconds, tz=UTC) + timedelta(hours=1)
    row, _ = RateCount.objects.get_or_create(
        key=f"{verb}:{seconds}:{who}"[:160], window=window, defaults={"expires_at": ends}
    )
    return row
