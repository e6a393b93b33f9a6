"""The same servers from the images of docker-compose.yml, for a desk with Docker and nothing installed."""

import shutil
import subprocess
from pathlib import Path

import yaml

from tests.services.engines.base import Engine

COMPOSE = Path(__file__).resolve().parents[3] / "docker-compose.yml"
# What differs from production: throw-away data, no password, and a port on the loopback only.
SERVICES = {
    "PostgreSQL": ("postgres", 5432, {"POSTGRES_USER": "mosty", "POSTGRES_HOST_AUTH_METHOD": "trust"}),
    "Redis": ("redis", 6379, {}),
    "Elasticsearch": (
        "elasticsearch",
        9200,
        {
            "discovery.type": "single-node",
            "xpack.security.enabled": "false",
            "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
        },
    ),
}


def docker_runs() -> bool:
    """Tell whether a Docker engine answers; the client alone is not enough."""
    if not shutil.which("docker"):
        return False
    answer = subprocess.run(["docker", "info", "--format", "{{.ServerVersion}}"], capture_output=True, check=False)
    return answer.returncode == 0 and bool(answer.stdout.strip())


def _docker(*words: str) -> None:
    subprocess.run(["docker", *words], check=True, capture_output=True)


class _Container:
    """Replaces how a server is made ready, started and ended; what it answers to stays the engine's own."""

    as_server_user = False

    @property
    def container(self) -> str:
        return f"mosty-tests-{self.port}"

    def prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        service, inner_port, environment = SERVICES[self.name]
        image = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"][service]["image"]
        flags = [part for key, value in environment.items() for part in ("-e", f"{key}={value}")]
        published = f"127.0.0.1:{self.port}:{inner_port}"
        _docker("create", "--name", self.container, "-p", published, *flags, image)

    def command(self) -> list[str]:
        return ["docker", "start", "--attach", self.container]

    def environment(self) -> dict[str, str]:
        return {}

    def stop(self) -> None:
        _docker("stop", self.container)
        super().stop()

    def kill(self) -> None:
        _docker("kill", self.container)
        super().stop()

    def discard(self) -> None:
        _docker("rm", "--force", "--volumes", self.container)


def in_container(engine: type[Engine]) -> type[Engine]:
    """Return the engine with a container in place of the local program."""
    return type(f"Containerised{engine.__name__}", (_Container, engine), {})
