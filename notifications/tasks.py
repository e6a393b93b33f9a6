"""Celery's entry points to notifications. They take nothing: what is to be done stands in the rows."""

from celery import shared_task

from notifications.instant.sending import send_instant as send_due_at_once


@shared_task(name="notifications.send_instant")
def send_instant() -> None:
    """Queue mails for what is due at once."""
    send_due_at_once()
