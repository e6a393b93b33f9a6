"""Fills an installation with the demo network. Refused in production."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo.loader import load_demo


class Command(BaseCommand):
    """Deterministic and idempotent."""

    help = "Load the demo content (embedded and tests only)."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, telling the progress."""
        if not settings.DEMO_ALLOWED:
            raise CommandError("The demo is for trying Mosty out; it cannot be loaded in production.")
        load_demo(say=self.stdout.write)
        self.stdout.write("The demo network is there.")
