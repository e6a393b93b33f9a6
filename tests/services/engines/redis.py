"""Redis from Debian's package; it keeps nothing on disk, so a stop loses what it held."""

import shutil
import socket

from tests.services.engines.base import Engine


class Redis(Engine):
    name = "Redis"
    variable = "REDIS_URL"

    @classmethod
    def missing(cls) -> str:
        return "" if shutil.which("redis-server") else "Debian's redis-server"

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def command(self) -> list[str]:
        network = ["--bind", "127.0.0.1", "--port", str(self.port)]
        return ["redis-server", *network, "--save", "", "--appendonly", "no", "--dir", str(self.folder)]

    def ready(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                connection.sendall(b"PING\r\n")
                return connection.recv(16).startswith(b"+PONG")
        except OSError:
            return False
