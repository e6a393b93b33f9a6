"""Mosty's own processes as production and the embedded shape run them; each test ends what it started."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.services import processes

ROOT = Path(__file__).resolve().parents[2]
KNOCK = "import django; django.setup(); from tests.services import outbox_probe as p; print(p.knock({key!r}))"


def production_environment(*, redis_url: str) -> dict[str, str]:
    """Return what the production settings ask for: a Redis of this run, this test's own database."""
    database = connection.settings_dict
    address = f"{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    return {**production_variables(), "DATABASE_URL": f"postgres://{address}", "REDIS_URL": redis_url}


def production_variables() -> dict[str, str]:
    """Return what the production settings ask for, apart from the servers; the mail server is one that is down."""
    return {
        **_python(),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": "localhost",
        "BASE_URL": "https://localhost",
        "EMAIL_URL": "smtp://127.0.0.1:9",
        "DEFAULT_FROM_EMAIL": "noreply@example.org",
        "CONTROLLER_NAME": "Controller",
        "CONTROLLER_CONTACT": "privacy@example.org",
    }


def embedded_environment(folder: Path) -> dict[str, str]:
    """Return what leads the embedded shape to a folder of its own."""
    return {**_python(), "DJANGO_SETTINGS_MODULE": "config.settings.embedded", "MOSTY_VAR": str(folder)}


def _python() -> dict[str, str]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "PYTHONPATH": path,
        "LANG": "C.UTF-8",
    }


def manage(*words: str, env: dict[str, str]) -> None:
    """Run a management command to its end; raise with its output when it fails."""
    _run([sys.executable, "manage.py", *words], env=env)


def knock_from_another_process(key: str, *, env: dict[str, str]) -> None:
    """Publish the probe's event in a process that ends right afterwards, as a web process may."""
    _run([sys.executable, "-c", KNOCK.format(key=key)], env=env)


def _run(command: list[str], *, env: dict[str, str]) -> None:
    options = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "timeout": 300}
    done = subprocess.run(command, cwd=ROOT, env=env, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def worker(folder: Path, *, env: dict[str, str]) -> Iterator[None]:
    """Run one worker with threads and beat, and wait until it takes work."""
    folder.mkdir(parents=True, exist_ok=True)
    schedule = ["--schedule", str(folder / "beat")]
    options = ["-P", "threads", "-c", "2", "-B", *schedule, "-Q", "default,mail,index", "-l", "INFO"]
    program = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "config",
        "worker",
        "--include",
        "tests.services.outbox_probe",
    ]
    processes.start([*program, *options], folder=folder, env=env, as_server_user=False)
    try:
        ready = processes.wait_for(lambda: " ready." in processes.log(folder), seconds=60)
        assert ready, processes.tail(folder)
        yield
    finally:
        processes.stop(folder)
