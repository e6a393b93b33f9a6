"""Celery's entry points to search. They may run twice or in parallel; what they find done they leave."""

from celery import shared_task

from search.engines.base import SearchUnavailableError
from search.queue import wake
from search.reconcile import reconcile as repair
from search.sync import sync_batch

MOST_BATCHES = 50


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
