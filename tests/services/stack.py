"""A set of servers for one run: started together, found again by child processes, ended together."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services import processes
from tests.services.engines import ENGINES, Engine
from tests.services.engines.container import docker_runs, in_container

FOLDER_VARIABLE = "MOSTY_TEST_SERVICES"


def available() -> tuple[list[type[Engine]], list[str]]:
    """Return the servers that can be started here, and a sentence for each that cannot."""
    engines: list[type[Engine]] = []
    left_out: list[str] = []
    for engine in ENGINES:
        missing = engine.missing()
        if not missing:
            engines.append(engine)
        elif docker_runs():
            engines.append(in_container(engine))
        else:
            left_out.append(f"{engine.name} is left out: missing {missing}, and no Docker engine answers")
    return engines, left_out


@contextmanager
def stack(engines: Iterable[type[Engine]]) -> Iterator[dict[str, str]]:
    """Start the servers and give the environment that leads to them; stop and remove all of it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="mosty-services-"))
    # Servers run as another user when we are root, and must be able to reach their folders.
    folder.chmod(0o755)
    running: list[Engine] = []
    try:
        for engine in engines:
            server = engine(folder / engine.name, processes.free_port())
            running.append(server)
            server.prepare()
            server.start()
        ports = {server.name: server.port for server in running}
        (folder / "ports.json").write_text(json.dumps(ports))
        yield {FOLDER_VARIABLE: str(folder), **{server.variable: server.url for server in running}}
    finally:
        for server in reversed(running):
            server.stop()
            server.discard()
        shutil.rmtree(folder, ignore_errors=True)


def running_server(engine: type[Engine]) -> Engine:
    """Return a server of the stack that this process was started under, to stop, kill and start it."""
    folder = os.environ.get(FOLDER_VARIABLE)
    if not folder:
        raise processes.ServiceError("These tests need real servers: run them by `make test-services`.")
    ports = json.loads((Path(folder) / "ports.json").read_text())
    if engine.name not in ports:
        raise processes.ServiceError(f"{engine.name} is not part of this run: {engine.missing()} is missing.")
    chosen = in_container(engine) if engine.missing() else engine
    return chosen(Path(folder) / engine.name, ports[engine.name])
