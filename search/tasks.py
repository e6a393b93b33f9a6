"""Celery's entry points to search. They may run twice or in parallel; what they find done they leave."""

from celery import shared_task
from django.utils.translation import ngettext

from core import jobs
from search.engines.base import GenerationLostError, SearchUnavailableError
from search.queue import wake
from search.rebuild import rebuild
from search.reconcile import reconcile as repair
from search.sync import sync_batch

MOST_BATCHES = 50
REBUILD = "search.rebuild"


@shared_task(name="search.sync_due")
def sync_due() -> None:
    """Bring what waits to the engine, and leave the rest to the next run."""
    try:
        for _ in range(MOST_BATCHES):
            if not sync_batch():
                return
    except SearchUnavailableError:
        return  # noted on the entries, which wait
    wake()


@shared_task(name="search.reconcile", soft_time_limit=3600, time_limit=3700)
def reconcile() -> None:
    """Compare the database with the engine and queue what differs."""
    try:
        repair()
    except SearchUnavailableError:
        return  # tomorrow again


@shared_task(name="search.rebuild_index", soft_time_limit=3600, time_limit=3700)
def rebuild_index(job_id: int) -> None:
    """Build the index anew as the job of this id; one that is not waiting any more is left alone."""
    try:
        with jobs.running(job_id) as progress:
            if progress is None:
                return
            found, refused = rebuild(progress=progress)
            told = ngettext("%(n)d item can be found.", "%(n)d items can be found.", found) % {"n": found}
            jobs.say(job_id, "; ".join([told, *(f"{kind} {pk}: {why}" for (kind, pk), why in refused.items())]))
    except (SearchUnavailableError, GenerationLostError):
        return  # the job says why
