"""Celery's entry points to mail. They take nothing: what is to be done stands in the rows."""

from celery import shared_task

from mail.delivery import send_due_mails
from mail.emptying import empty_old_mails


@shared_task(name="mail.send_due")
def send_due() -> None:
    """Send what is due."""
    send_due_mails()


@shared_task(name="mail.empty_old")
def empty_old() -> None:
    """Empty the bodies whose time is over."""
    empty_old_mails()
