"""The job of the digests. A batch is one transaction: its cut-offs move, its items are noted and its mails are written.

All of it or nothing: so the job may come early, late, twice, in parallel, or be killed half way.
"""

from collections.abc import Iterable
from datetime import datetime

import structlog
from django.db import connection, transaction
from django.db.models import Min, QuerySet
from django.utils import timezone

from notifications.digests.batch import Batch
from notifications.digests.letters import DigestWriter
from notifications.digests.selection import LOOK_BACK
from notifications.models import DigestRun, DigestSubscription, Release
from notifications.stock import Stock

log = structlog.get_logger(__name__)
BATCH = 50


def run_digests(*, now: datetime | None = None) -> DigestRun | None:
    """Make every digest that is due; return the log of the run, None when nothing was."""
    moment = now or timezone.now()
    last, run, writer = 0, DigestRun(started_at=moment), DigestWriter(Stock())
    releases: list[Release] | None = None
    while ids := list(due(moment).filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        last = ids[-1]
        releases = _releases(moment) if releases is None else releases
        _run_batch(ids, releases=releases, writer=writer, run=run)
    if last == 0:
        return None
    run.finished_at = timezone.now()
    run.save()
    log.info("digests.run", queued=run.queued, skipped=run.skipped, failed=run.failed)
    return run


def due(now: datetime) -> QuerySet[DigestSubscription]:
    """Return the running subscriptions whose next moment has come."""
    rows = DigestSubscription.objects.filter(confirmed_at__isnull=False, ended_at__isnull=True, paused_at__isnull=True)
    return rows.filter(next_at__lte=now).order_by("pk")


def _releases(now: datetime) -> list[Release]:
    """Return the releases of every window that is due, read once for the whole run."""
    earliest = due(now).aggregate(first=Min("last_cutoff"))["first"] or now
    rows = Release.objects.filter(released_at__gt=earliest - LOOK_BACK, released_at__lte=now)
    return list(rows.order_by("released_at", "pk"))


@transaction.atomic
def _run_batch(ids: list[int], *, releases: Iterable[Release], writer: DigestWriter, run: DigestRun) -> None:
    rows = due(run.started_at).filter(pk__in=ids).select_related("person")
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))  # what another run has is left to it
    batch = Batch(list(rows), now=run.started_at, releases=releases, writer=writer)
    batch.make()
    batch.store()
    run.count(queued=batch.queued, skipped=batch.skipped, failed=batch.failed)
    run.last_error = batch.last_error or run.last_error
