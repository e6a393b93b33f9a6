"""The outbox from the command line: what is stuck and why, another try, everything due in this process."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.outbox.dispatch import drain, retry
from core.outbox.operator import numbers, retry_all, stuck_deliveries

SHOWN = 200


class Command(BaseCommand):
    """`manage.py outbox stuck | retry [id …] | drain`"""

    help = "Shows what is stuck in the outbox, retries it, or carries out in this process everything that is due."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the three things it can do."""
        parser.add_argument("action", choices=["stuck", "retry", "drain"])
        parser.add_argument("ids", nargs="*", type=int, help="with retry: ids of deliveries; none means all stuck")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do one of them."""
        getattr(self, f"_{options['action']}")(options["ids"])

    def _stuck(self, _ids: list[int]) -> None:
        now = numbers()
        self.stdout.write(f"{now.waiting_events} events to dispatch, {now.waiting} waiting, {now.failed} given up.")
        for one in stuck_deliveries()[:SHOWN]:
            self.stdout.write(
                f"{one.pk}  {one.state}  {one.handler}  {one.event.name} {one.event_id}  "
                f"tries {one.attempts}  {one.last_error}"
            )

    def _retry(self, ids: list[int]) -> None:
        self.stdout.write(f"{retry(ids) if ids else retry_all()} to be tried again.")

    def _drain(self, _ids: list[int]) -> None:
        self.stdout.write(f"{drain()} done.")
