"""Prepares the site with its demo once for all workers of a run; each serves a copy of its own.

What one worker's journeys change, another's never meet.
"""

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.running_site import PREPARING, ROOT, site_environment


def copy_of_prepared(shared: Path, *, folder: Path) -> None:
    """Fill `folder` with the prepared site's files; whoever comes first prepares it under `shared`, the others wait."""
    prepared, done = shared / "prepared", shared / "prepared.done"
    with _alone(shared / "prepared.lock"):
        if not done.exists():
            _prepare(prepared)
            done.touch()
    shutil.copytree(prepared, folder, dirs_exist_ok=True)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _prepare(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "manage.py", "run_embedded", "--prepare"]
    environment = site_environment(folder, port=1)  # nothing is served
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PREPARING, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
