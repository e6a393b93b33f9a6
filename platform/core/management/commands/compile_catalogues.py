"""Compiles the catalogues in locale/ and locale/packages/ with Babel. Run by `make run` and `make test`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from core.compiling import compile_language


class Command(BaseCommand):
    """Needs neither database nor msgfmt."""

    help = "Compile the message catalogues."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **options: Any) -> None:
        """Compile what changed."""
        written = [code for code, _ in settings.LANGUAGES if compile_language(code)]
        if options["verbosity"] > 0 and written:
            self.stdout.write(f"Compiled: {', '.join(written)}")
