"""Starts the site as `make run` does, in a folder and on a port of its own, and ends exactly what it started.

MOSTY_E2E_URL, together with MOSTY_VAR, names a site that runs already: for writing tests, never in CI.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PREPARING = 600  # seconds: migrations, vocabulary and the demo on a slow machine
STOPPING = 20
OVERVIEWS = """
from datetime import timedelta
from django.utils import timezone
from notifications.digests.run import run_digests
run_digests(now=timezone.now() + timedelta(days={days}))
"""


@dataclass(frozen=True, kw_only=True)
class RunningSite:
    """A site that answers: its address, and the environment of its processes."""

    url: str
    environment: dict[str, str]

    def let_days_pass(self, days: int) -> None:
        """Run the job of the overviews as it will run so many days from now; what it writes, the worker sends."""
        command = [sys.executable, "manage.py", "shell", "-c", OVERVIEWS.format(days=days)]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=180, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def running_site(folder: Path) -> Iterator[RunningSite]:
    """Prepare a site with the demo in `folder`, serve it, and stop it at the end."""
    if address := os.environ.get("MOSTY_E2E_URL"):
        given = site_environment(Path(os.environ["MOSTY_VAR"]), port=int(address.rpartition(":")[2]))
        yield RunningSite(url=address, environment={**os.environ, **given})
        return
    port = _free_port()
    environment = site_environment(folder, port=port)
    log = folder / "server.log"
    process = _start(environment, log=log)
    try:
        _wait_until_it_answers(process, port=port, log=log)
        yield RunningSite(url=f"http://localhost:{port}", environment=environment)
    finally:
        _stop(process)


def site_environment(folder: Path, *, port: int) -> dict[str, str]:
    """Return the variables of a site that keeps its files in `folder`."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": os.environ.get("PYTHONPATH") or os.pathsep.join([str(ROOT), str(ROOT / "platform")]),
        "DJANGO_SETTINGS_MODULE": "tests.e2e.site_settings",
        "MOSTY_VAR": str(folder),
        "PORT": str(port),
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(environment: dict[str, str], *, log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as output:
        return subprocess.Popen(
            [sys.executable, "manage.py", "run_embedded"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def _wait_until_it_answers(process: subprocess.Popen[bytes], *, port: int, log: Path) -> None:
    end = time.monotonic() + PREPARING
    while time.monotonic() < end and process.poll() is None:
        if _answers(port):
            return
        time.sleep(0.5)
    raise AssertionError(f"The site did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/health/live", headers={"Host": "localhost"})
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the process that `make run` starts to end its web and worker, and itself."""
    for word in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            return
        process.send_signal(word)
        try:
            process.wait(timeout=STOPPING)
        except subprocess.TimeoutExpired:
            continue
