"""Brings locale/*/LC_MESSAGES/django.po up to date with the texts of code and templates (`make messages`)."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from core.catalogues import collected, keys, updated, write_catalogue


class Command(BaseCommand):
    """Keeps translations, drops texts that are gone, and says what is left to translate."""

    help = "Collect translatable texts."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """`--list-open CODE` prints what a language still lacks."""
        parser.add_argument("--list-open", metavar="CODE")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write every catalogue."""
        texts = collected()
        for code, _name in settings.LANGUAGES:
            catalogue = updated(code, texts=texts)
            write_catalogue(code, catalogue)
            left = [message.id for message in catalogue if message.id and not _complete(message.string)]
            self.stdout.write(f"{code}: {len(keys(texts)) - len(left)} of {len(keys(texts))}")
            if options["list_open"] == code:
                self.stdout.write("\n".join(map(repr, left)))


def _complete(string: Any) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)
