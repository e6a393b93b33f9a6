"""`make run`: brings the embedded site up from nothing and keeps web and worker running until Ctrl-C."""

import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from honcho.manager import Manager

from demo.loader import demo_is_loaded


class Command(BaseCommand):
    """Migrate, fill and serve the embedded shape. Refuses to run with any other settings."""

    help = "Start the embedded site with demo content (make run)."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--no-demo` leaves the site empty; `--prepare` stops before serving."""
        parser.add_argument("--no-demo", action="store_true")
        parser.add_argument("--prepare", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Prepare, say where the site is, serve."""
        if not settings.MOSTY_EMBEDDED:
            raise CommandError("run_embedded serves the embedded shape only; see docs/operations.md for production.")
        self._prepare(with_demo=not options["no_demo"])
        if not options["prepare"]:
            self._serve()

    def _step(self, text: str) -> None:
        self.stdout.write(f"· {text}")
        self.stdout.flush()

    def _prepare(self, *, with_demo: bool) -> None:
        self._step("Compiling the languages …")
        call_command("compile_catalogues", verbosity=0)
        self._step("Bringing the database up to date …")
        call_command("migrate", verbosity=0, interactive=False)
        self._step("Making sure that home page, handbook, legal pages and vocabulary exist …")
        call_command("start_site", stdout=self.stdout)
        if with_demo and not demo_is_loaded():
            self._step("Loading the demo content (once, about a minute) …")
            call_command("load_demo", stdout=self.stdout)

    def _serve(self) -> None:
        port = getattr(settings, "PORT", 8000)  # only the embedded settings have it
        manager = Manager()
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
            "PYTHONPATH": _path(),
        }
        python = sys.executable
        web = f"{python} -m gunicorn --no-control-socket --workers 1 --threads 8 --bind 127.0.0.1:{port} config.wsgi"
        worker = f"{python} -m celery -A config worker -P threads -c 2 -B --loglevel WARNING"
        for name, command in (("web", web), ("worker", worker)):
            manager.add_process(name, command, quiet=False, env=environment, cwd=str(settings.ROOT))
        self.stdout.write(f"\n  Mosty runs on http://localhost:{port}  (Ctrl-C stops it)")
        self.stdout.write(f"  Mails it sends: http://localhost:{port}/dev/outbox/\n\n")
        self.stdout.flush()
        manager.loop()
        sys.exit(manager.returncode)


def _path() -> str:
    root = Path(settings.ROOT)
    return os.pathsep.join([str(root), str(root / "platform")])
