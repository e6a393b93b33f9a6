"""`manage.py start_site`: everything a new site needs, without the demo. Running it again adds only what is missing."""

import getpass
import secrets
import sys
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from cms.services.start import start_pages
from core.site import site_settings
from vocabulary.services.load import load_vocabulary

LOCAL_ADDRESS = "admin@example.org"


class Command(BaseCommand):
    """Vocabulary, languages, home, handbook, legal pages, editors and an administrator."""

    help = "Make the first pages, the vocabulary and an administrator; safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the administrator's address and name."""
        parser.add_argument(
            "--admin-email", default="", help="Address of the administrator to make when there is none."
        )
        parser.add_argument("--admin-name", default="", help="Name of the administrator.")
        parser.add_argument(
            "--no-input", action="store_true", help="Never ask; make no administrator without an address."
        )

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing and say so. Raises CommandError for a wrong address, before anything is made."""
        _check(options["admin_email"])
        site_settings()
        for report in load_vocabulary():
            if report.added or report.changed:
                self.stdout.write(str(report))
        for line in start_pages():
            self.stdout.write(f"made {line}")
        self._administrator(options)

    def _administrator(self, options: dict[str, Any]) -> None:
        people = get_user_model()._default_manager
        if people.filter(is_superuser=True).exists():
            return
        address = options["admin_email"] or self._ask(options)
        if not address:
            self.stdout.write("There is no administrator yet: run this again with --admin-email.")
            return
        password = self._password(options)
        name = options["admin_name"] or address.split("@", maxsplit=1)[0]
        people.create_superuser(email=address, password=password, name=name)
        self.stdout.write(f"made administrator {address}")
        if settings.MOSTY_EMBEDDED:
            self.stdout.write(f"    password, shown only now: {password}")
        else:
            self.stdout.write(
                "    set the password by “Forgotten password?” on the sign-in page, unless you typed one now"
            )

    def _ask(self, options: dict[str, Any]) -> str:
        if settings.MOSTY_EMBEDDED:
            return LOCAL_ADDRESS
        if options["no_input"] or not sys.stdin.isatty():
            return ""
        address = input("E-mail of the administrator: ").strip()
        _check(address)
        return address

    def _password(self, options: dict[str, Any]) -> str | None:
        if settings.MOSTY_EMBEDDED:
            return secrets.token_urlsafe(12)
        if options["no_input"] or not sys.stdin.isatty():
            return None
        return getpass.getpass("Password (empty: set it later by mail): ") or None


def _check(address: str) -> None:
    if address and "@" not in address:
        raise CommandError(f"{address!r} is not an e-mail address.")
