"""`manage.py load_vocabulary`: areas, groups, funding and territories from the files of the vocabulary."""

from typing import Any

from django.core.management.base import BaseCommand, no_translations

from vocabulary.services.load import load_vocabulary


class Command(BaseCommand):
    """Load the vocabulary; again and again, without touching what a person edited."""

    help = "Load areas, target groups, instruments, funding and territories; safe to run again."

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report list by list."""
        for report in load_vocabulary():
            self.stdout.write(str(report))
