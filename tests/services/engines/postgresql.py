"""PostgreSQL from Debian's package, without any care for the disk: its data lives as long as the run."""

import signal
from pathlib import Path

import psycopg

from tests.services import processes
from tests.services.engines.base import Engine


class PostgreSQL(Engine):
    name = "PostgreSQL"
    variable = "DATABASE_URL"

    @staticmethod
    def _bin() -> Path | None:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        return found[-1].parent if found else None

    @classmethod
    def missing(cls) -> str:
        return "" if cls._bin() else "Debian's postgresql"

    @property
    def url(self) -> str:
        return f"postgres://mosty@127.0.0.1:{self.port}/mosty"

    def _tool(self, name: str) -> str:
        return str((self._bin() or Path()) / name)

    def prepare(self) -> None:
        super().prepare()
        options = ["--auth=trust", "--username=mosty", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        processes.run([self._tool("initdb"), "-D", str(self.folder / "data"), *options], cwd=self.folder)

    def command(self) -> list[str]:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": self.folder,
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
        }
        flags = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        return [self._tool("postgres"), "-D", str(self.folder / "data"), *flags]

    def _connect(self) -> psycopg.Connection:
        address = f"postgresql://mosty@127.0.0.1:{self.port}/postgres"
        return psycopg.connect(address, autocommit=True, connect_timeout=2)

    def ready(self) -> bool:
        try:
            with self._connect():
                return True
        except psycopg.OperationalError:
            return False

    def start(self) -> None:
        super().start()
        with self._connect() as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = 'mosty'").fetchone():
                connection.execute("CREATE DATABASE mosty")

    def stop(self) -> None:
        # SIGINT is PostgreSQL's "fast" shutdown: it does not wait for open connections.
        processes.stop(self.folder, sign=signal.SIGINT)
