"""Celery's entry points to the website."""

from celery import shared_task
from django.core.management import call_command


@shared_task(name="cms.publish_scheduled")
def publish_scheduled() -> None:
    """Publish what was planned for now, and take offline what has expired."""
    call_command("publish_scheduled")
