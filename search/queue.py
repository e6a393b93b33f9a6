"""Keeps the rows of what is to be synced. A version never falls, so an engine can refuse whatever comes late."""

import time
from collections.abc import Iterable, Mapping
from datetime import timedelta

import structlog
from django.db import transaction
from django.db.models import BigIntegerField, F, Q, QuerySet, Value
from django.db.models.functions import Greatest
from django.utils import timezone
from kombu.exceptions import OperationalError

from core.changes import Reference
from search.models import SearchEntry

log = structlog.get_logger(__name__)
CHUNK = 500
CONFIRMED = ["synced_version", "synced_at", "digest", "attempts", "last_error"]  # never `version`: it may be newer
LONGEST_WAIT = timedelta(minutes=15)


def mark(references: Iterable[Reference]) -> int:
    """Ask for items to be synced, in the caller's transaction, and wake a worker after commit; return how many."""
    wanted = sorted(set(references))
    for start in range(0, len(wanted), CHUNK):
        _raise_versions(wanted[start : start + CHUNK])
    if wanted:
        transaction.on_commit(wake)
    return len(wanted)


def _raise_versions(references: list[Reference]) -> None:
    """Raise by at least one, and to the present microsecond: so versions rise even over a restored backup."""
    ensure(references)
    present = Value(time.time_ns() // 1000, output_field=BigIntegerField())
    entries_of(references).update(
        version=Greatest(F("version") + 1, present), attempts=0, next_try_at=timezone.now(), last_error=""
    )


def ensure(references: Iterable[Reference]) -> None:
    """Make the missing rows; they ask for nothing yet."""
    rows = [SearchEntry(kind=kind, object_id=pk) for kind, pk in references]
    SearchEntry.objects.bulk_create(rows, ignore_conflicts=True)


def entries_of(references: Iterable[Reference]) -> QuerySet[SearchEntry]:
    """Return the rows of these items."""
    by_kind: dict[str, list[int]] = {}
    for kind, pk in references:
        by_kind.setdefault(kind, []).append(pk)
    wanted = Q(pk__in=())
    for kind, ids in by_kind.items():
        wanted |= Q(kind=kind, object_id__in=ids)
    return SearchEntry.objects.filter(wanted)


def due(*, limit: int) -> list[SearchEntry]:
    """Return entries that wait and whose next try has come, the longest waiting first."""
    rows = waiting().filter(next_try_at__lte=timezone.now())
    return list(rows.order_by("next_try_at", "pk")[:limit])


def waiting() -> QuerySet[SearchEntry]:
    """Return everything the engine has not confirmed."""
    return SearchEntry.objects.filter(version__gt=F("synced_version"))


def confirm(entries: Iterable[SearchEntry], *, digests: Mapping[Reference, str]) -> None:
    """Note that the engine has the versions these entries were read with; a later wish stays open."""
    now = timezone.now()
    rows = [
        SearchEntry(
            kind=entry.kind,
            object_id=entry.object_id,
            version=entry.version,
            synced_version=entry.version,
            synced_at=now,
            digest=digests.get(entry.reference, ""),
        )
        for entry in entries
    ]
    SearchEntry.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["kind", "object_id"], update_fields=CONFIRMED
    )


def postpone(entries: Iterable[SearchEntry], *, error: str) -> None:
    """Note a failure; the entries are tried again later and later, and never given up."""
    now = timezone.now()
    rows = list(entries)
    for entry in rows:
        entry.attempts = min(entry.attempts + 1, 1000)
        entry.next_try_at = now + min(timedelta(seconds=15 * 2 ** min(entry.attempts, 10)), LONGEST_WAIT)
        entry.last_error = error[:500]
    SearchEntry.objects.bulk_update(rows, ["attempts", "next_try_at", "last_error"])


def wake() -> None:
    """Ask a worker to sync now; when the broker is down the rows wait for the beat."""
    from search.tasks import sync_due  # noqa: PLC0415  tasks import what imports this module

    try:
        sync_due.apply_async(retry=False)
    except (OperationalError, OSError) as error:
        log.warning("search.broker_down", error=type(error).__name__)


def troubled() -> QuerySet[SearchEntry]:
    """Return what was tried in vain, the oldest wish first: what an operator should look at."""
    return waiting().filter(attempts__gt=0).order_by("-attempts", "pk")


def try_again(ids: Iterable[int] | None = None) -> int:
    """Make troubled entries due at once, all of them without `ids`, and wake a worker; return how many."""
    rows = troubled().order_by() if ids is None else troubled().order_by().filter(pk__in=ids)
    count = rows.update(attempts=0, next_try_at=timezone.now())
    if count:
        transaction.on_commit(wake)
    return count
