"""Is the process alive, and can it work? `/health/live` asks nothing; `/health/ready` asks each service."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from celery import current_app
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from kombu.exceptions import OperationalError

from core.models import Beat

BEAT_MAX_AGE = timedelta(minutes=5)
Check = Callable[[], bool]
_checks: dict[str, Check] = {}


def register_check(name: str, check: Check) -> None:
    """Add a service to `/health/ready`; the check returns whether it answers, and raises nothing."""
    _checks[name] = check


def live(_request: HttpRequest) -> HttpResponse:
    """Answer that the process runs."""
    return JsonResponse({"status": "ok"})


@never_cache
def ready(_request: HttpRequest) -> HttpResponse:
    """Answer 200 when every part works, 503 naming those that do not."""
    parts = {"database": _database(), "broker": _broker(), "beat": _beat()}
    parts.update({name: check() for name, check in _checks.items()})
    ok = all(parts.values())
    words = {name: "ok" if fine else "down" for name, fine in parts.items()}
    return JsonResponse({"status": "ok" if ok else "degraded", **words}, status=200 if ok else 503)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _broker() -> bool:
    try:
        with current_app.connection_for_write() as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
            folder = broker.transport_options.get("data_folder_out")
    except (OperationalError, OSError):
        return False
    return folder is None or (
        Path(folder).is_dir() and os.access(folder, os.W_OK)
    )  # connecting to files proves nothing


def takes_files(folder: Path) -> bool:
    """Return whether files can be put into the folder."""
    return folder.is_dir() and os.access(folder, os.W_OK)


def _beat() -> bool:
    try:
        beat = Beat.objects.first()
    except DatabaseError:
        return False
    return beat is not None and timezone.now() - beat.at < BEAT_MAX_AGE
