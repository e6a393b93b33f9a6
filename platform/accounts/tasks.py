"""Celery's entry points to accounts."""

from celery import shared_task

from accounts.services import close


@shared_task(name="accounts.destroy_sealed")
def destroy_sealed() -> None:
    """Destroy the identities whose fourteen days are over."""
    close.destroy_sealed()
