"""Elasticsearch as .ci/install-services unpacks it; configuration and data stay in the run's folder."""

import json
import os
import shutil
import urllib.error
import urllib.request
from pathlib import Path

from tests.services import processes
from tests.services.engines.base import Engine

HOME = Path(__file__).resolve().parents[3] / "var" / "services" / "elasticsearch-8.19.21"
JAVA_OPTIONS = "-Xms512m -Xmx512m"


class Elasticsearch(Engine):
    name = "Elasticsearch"
    variable = "ELASTICSEARCH_URL"

    @staticmethod
    def _java_home() -> Path | None:
        found = sorted(Path("/usr/lib/jvm").glob("java-17-openjdk-*/bin/java"))
        declared = os.environ.get("ES_JAVA_HOME")
        return Path(declared) if declared else (found[0].parents[1] if found else None)

    @classmethod
    def missing(cls) -> str:
        if not cls._java_home():
            return "Debian's openjdk-17-jre-headless"
        found = (HOME / "bin" / "elasticsearch").exists()
        return "" if found else "the server in var/services (.ci/install-services fetches it)"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def prepare(self) -> None:
        config = self.folder / "config"
        shutil.copytree(HOME / "config", config)
        (config / "jvm.options").write_text(_without_gc_log(config / "jvm.options"))
        settings = {
            "cluster.name": "mosty-tests",
            "discovery.type": "single-node",
            "xpack.security.enabled": False,
            "network.host": "127.0.0.1",
            "http.port": self.port,
            "transport.port": processes.free_port(),
            "path.data": str(self.folder / "data"),
            "path.logs": str(self.folder / "logs"),
            # A test must not fail because the disk of the desk is nearly full.
            "cluster.routing.allocation.disk.threshold_enabled": False,
        }
        lines = [f"{key}: {json.dumps(value)}\n" for key, value in settings.items()]
        (config / "elasticsearch.yml").write_text("".join(lines))
        super().prepare()

    def _home(self) -> Path:
        program = HOME / "bin" / "elasticsearch"
        if processes.may_run(program):
            return HOME
        # A clone below a folder closed to others, such as /root.
        copy = self.folder / "home"
        return copy if copy.exists() else processes.copy_for_server(HOME, target=copy)

    def command(self) -> list[str]:
        return [str(self._home() / "bin" / "elasticsearch")]

    def environment(self) -> dict[str, str]:
        return {
            "ES_JAVA_HOME": str(self._java_home()),
            "ES_JAVA_OPTS": JAVA_OPTIONS,
            "ES_PATH_CONF": str(self.folder / "config"),
        }

    def ready(self) -> bool:
        health = f"{self.url}/_cluster/health?wait_for_status=yellow&timeout=1s"
        try:
            with urllib.request.urlopen(health, timeout=5) as answer:
                return bool(json.load(answer)["status"] in {"yellow", "green"})
        except (urllib.error.URLError, OSError, ValueError):
            return False


def _without_gc_log(options: Path) -> str:
    return "".join(line for line in options.read_text().splitlines(keepends=True) if "-Xlog:gc" not in line)
