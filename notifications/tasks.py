"""Celery's entry points to notifications. They take nothing: what is to be done stands in the rows."""

from celery import shared_task

from notifications.digests import run as digests
from notifications.instant import sending
from notifications.pruning import prune_old
from notifications.services.subscriptions import give_missing_digests


@shared_task(name="notifications.send_instant")
def send_instant() -> None:
    """Queue mails for what is due at once."""
    sending.send_instant()


@shared_task(name="notifications.run_digests")
def run_digests() -> None:
    """Make the digests that are due."""
    digests.run_digests()


@shared_task(name="notifications.prune")
def prune() -> None:
    """Forget what is old, and give a digest to whoever lacks the one she chose."""
    prune_old()
    give_missing_digests()
