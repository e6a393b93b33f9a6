"""How often a person may do something. Counts are rows and hold across processes; settings.RATE_LIMITS has the limits."""

import time
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from core.models import RateCount


@transaction.atomic
def allow(verb: str, *, who: str) -> bool:
    """Count one more try of `verb` by `who` (such as `person:7` or `ip:…`); return False when a limit is passed.

    A refused try is not counted against longer windows. Raises KeyError for a verb without a limit.
    """
    limits = settings.RATE_LIMITS[verb]
    counts = [_count(verb, who=who, seconds=seconds) for _, seconds in limits]
    if any(row.count >= number for row, (number, _) in zip(counts, limits, strict=True)):
        return False
    RateCount.objects.filter(pk__in=[row.pk for row in counts]).update(count=F("count") + 1)
    return True


def _count(verb: str, *, who: str, seconds: int) -> RateCount:
    window = int(time.time()) // seconds
    ends = datetime.fromtimestamp((window + 1) * seconds, tz=UTC) + timedelta(hours=1)
    row, _ = RateCount.objects.get_or_create(
        key=f"{verb}:{seconds}:{who}", window=window, defaults={"expires_at": ends}
    )
    return row
