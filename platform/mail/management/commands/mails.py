"""`manage.py mails`: how many mails wait, left or failed, and why; `--retry` gives failed ones another eight tries."""

from argparse import ArgumentParser
from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Count

from mail.delivery import retry_failed
from mail.models import OutgoingMail


class Command(BaseCommand):
    """Counts, never addresses or texts."""

    help = "Show how many mails wait, left or failed, and why."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare `--retry`."""
        parser.add_argument("--retry", action="store_true", help="give failed mails another eight tries")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print one line per state."""
        if options["retry"]:
            self.stdout.write(f"tried again: {retry_failed()}")
        rows = (
            OutgoingMail.objects.values_list("state", "reason").annotate(number=Count("pk")).order_by("state", "reason")
        )
        for state, group in groupby(rows, key=lambda row: row[0]):
            self.stdout.write(self._line(state, list(group)))

    def _line(self, state: str, rows: list[Any]) -> str:
        reasons = ", ".join(f"{reason}: {number}" for _, reason, number in rows if reason)
        total = sum(number for _, _, number in rows)
        return f"{state}: {total} ({reasons})" if reasons else f"{state}: {total}"
