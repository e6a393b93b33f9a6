"""Starting and ending server processes; a process is only ever ended by the id it was started under."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

START_SECONDS = 240  # generous: a server that ends at once is noticed at once
STOP_SECONDS = 60


class ServiceError(RuntimeError):
    """A server did not start or stop; the message carries the end of its log."""


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def server_user() -> pwd.struct_passwd:
    """Return who runs the servers: ourselves, or an unprivileged user where we are root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def hand_over(path: Path) -> None:
    """Give a folder and all it holds to the user who runs the servers."""
    if os.geteuid() != 0:
        return
    user = server_user()
    for each in (path, *path.rglob("*")):
        os.chown(each, user.pw_uid, user.pw_gid)


def may_run(program: Path) -> bool:
    """Tell whether the user who runs the servers can reach and execute a file."""
    return _as_server_user(["test", "-x", str(program)]).returncode == 0


def copy_for_server(tree: Path, *, target: Path) -> Path:
    """Return a copy of a folder that the user who runs the servers can read."""
    shutil.copytree(tree, target, dirs_exist_ok=True)
    hand_over(target)
    return target


def _identity() -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    user = server_user()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _as_server_user(command: Sequence[str], *, cwd: str = "/") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, text=True, capture_output=True, check=False, **_identity())


def run(command: Sequence[str], *, cwd: Path) -> str:
    """Run a command to its end as the servers' user; raise ServiceError with its output if it fails."""
    done = _as_server_user(command, cwd=str(cwd))
    if done.returncode:
        raise ServiceError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def start(
    command: Sequence[str], *, folder: Path, env: dict[str, str] | None = None, as_server_user: bool = True
) -> int:
    """Start a server in the background with its output in folder/server.log; return its process id."""
    with (folder / "server.log").open("ab") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **(_identity() if as_server_user else {}),
        )
    (folder / "pid").write_text(str(process.pid))
    # From here on the process is known by its id alone, also to other processes; the object must not warn about it.
    process.returncode = 0
    return process.pid


def alive(folder: Path) -> bool:
    """Tell whether any process of this folder's server runs; zombies do not count."""
    leader = _pid(folder)
    everybody = Path("/proc").glob("[0-9]*")
    return leader is not None and any(_group_and_state(each) == (leader, True) for each in everybody)


def _group_and_state(process: Path) -> tuple[int, bool] | None:
    try:
        state, _parent, group = (process / "stat").read_text().rsplit(")", 1)[1].split()[:3]
    except OSError:
        return None
    return int(group), state not in "ZX"


def stop(folder: Path, *, sign: signal.Signals = signal.SIGTERM) -> None:
    """End the server of this folder and wait until it is gone; a server that does not run is no error."""
    pid = _pid(folder)
    if pid is None:
        return
    if alive(folder):
        # The server leads a process group of its own, so its children end with it.
        os.killpg(pid, sign)
    if not wait_for(lambda: not alive(folder), seconds=STOP_SECONDS):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    (folder / "pid").unlink(missing_ok=True)


def wait_for(ready: Callable[[], bool], *, seconds: float) -> bool:
    """Ask until the answer is yes (True) or the time is over (False)."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return True
        time.sleep(0.1)
    return False


def log(folder: Path) -> str:
    """Return what a server has said so far."""
    file = folder / "server.log"
    return file.read_text(errors="replace") if file.exists() else ""


def tail(folder: Path) -> str:
    """Return the last lines of a server's log."""
    return "\n".join(log(folder).splitlines()[-25:])


def _pid(folder: Path) -> int | None:
    file = folder / "pid"
    return int(file.read_text()) if file.exists() else None
