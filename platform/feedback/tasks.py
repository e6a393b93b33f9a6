"""Celery's entry points to messages."""

from celery import shared_task

from feedback.services import prune_feedback


@shared_task(name="feedback.prune")
def prune() -> None:
    """Destroy what is older than twelve months."""
    prune_feedback()
