"""What every server of the tests can do; each keeps its folder and its port over a stop and a start."""

import signal
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from tests.services import processes
from tests.services.processes import ServiceError


@dataclass(frozen=True)
class Engine:
    """One server that listens on 127.0.0.1 only: its throw-away folder and its port."""

    folder: Path
    port: int

    name: ClassVar[str]
    variable: ClassVar[str]
    as_server_user: ClassVar[bool] = True

    @classmethod
    def missing(cls) -> str:
        """Return what must be installed before this server can start; empty when nothing."""
        raise NotImplementedError

    @property
    def url(self) -> str:
        raise NotImplementedError

    def prepare(self) -> None:
        """Make the data folder ready; called once, before the first start."""
        self.folder.mkdir(parents=True, exist_ok=True)
        processes.hand_over(self.folder)

    def command(self) -> list[str]:
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        return {}

    def ready(self) -> bool:
        raise NotImplementedError

    def start(self) -> None:
        """Start the server and return when it answers; raise ServiceError with its log when it does not."""
        processes.start(self.command(), folder=self.folder, env=self.environment(), as_server_user=self.as_server_user)
        up = processes.wait_for(
            lambda: self.ready() or not processes.alive(self.folder), seconds=processes.START_SECONDS
        )
        if not up or not self.ready():
            processes.stop(self.folder, sign=signal.SIGKILL)
            raise ServiceError(f"{self.name} did not start:\n{processes.tail(self.folder)}")

    def stop(self) -> None:
        """Stop the server as an administrator would."""
        processes.stop(self.folder)

    def kill(self) -> None:
        """End the server without a chance to write anything (kill -9)."""
        processes.stop(self.folder, sign=signal.SIGKILL)

    def discard(self) -> None:
        """Leave nothing behind outside the folder, which its owner removes."""
