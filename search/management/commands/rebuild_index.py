"""`manage.py rebuild_index`: builds the search index anew beside the old one and switches."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.base import GenerationLostError, SearchUnavailableError
from search.rebuild import rebuild


class Command(BaseCommand):
    """Rebuild with progress; searching goes on meanwhile, and a failure leaves the old index in use."""

    help = "Builds the search index anew beside the old one and switches when it is ready."

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run it and say what came of it."""
        started = time.monotonic()
        self.quiet = options["verbosity"] < 1
        self.shown = -1
        try:
            found, refused = rebuild(progress=self.progress)
        except SearchUnavailableError as error:
            raise CommandError(f"The search engine does not answer; the old index is untouched. {error}") from error
        except GenerationLostError as error:
            raise CommandError("Another rebuild was started meanwhile; this one stopped.") from error
        for (kind, pk), reason in refused.items():
            self.stderr.write(f"not indexed: {kind} {pk}: {reason}")
        if not self.quiet:
            self.stdout.write(f"{found} items can be found, after {time.monotonic() - started:.1f} s.")

    def progress(self, done: int, total: int) -> None:
        """Write a line for every further tenth."""
        tenth = 10 * done // max(total, 1)
        if tenth != self.shown and not self.quiet:
            self.shown = tenth
            self.stdout.write(f"{done} of {total} items …")
            self.stdout.flush()
