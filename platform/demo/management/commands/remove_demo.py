"""Takes the demo network out of an installation again."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from demo.removal import remove_demo


class Command(BaseCommand):
    """Leaves pages, people and platforms that were made by hand."""

    help = "Remove the demo content."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Remove, then build the search index anew."""
        removed = remove_demo()
        call_command("rebuild_index", stdout=self.stdout)
        self.stdout.write(f"Removed {removed} objects of the demo with all that hung on them.")
