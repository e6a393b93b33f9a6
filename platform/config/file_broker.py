"""The broker of the embedded shape: messages are files in a folder. A message appears whole or not at all.

kombu's own transport opens a message under its name and then writes it, so a worker may take it while it is empty,
fails to read it and ends; with it ends the site. Here a message is written beside and then renamed.
"""

import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from kombu.transport import filesystem
from kombu.utils.json import dumps

TRIES = 50
PAUSE = 0.02  # seconds


class Channel(filesystem.Channel):
    """A channel whose files are never seen half written."""

    def _put(self, queue: Any, payload: Any, **_options: Any) -> None:  # type: ignore[override]  # kombu names it two ways
        """Put a message into the queue."""
        folder = Path(self.data_folder_out)
        name = f"{round(time.monotonic() * 1000)}_{uuid4()}.{queue}.msg"
        part = folder / f"{name}.part"  # no reader takes a name that ends like this
        part.write_text(dumps(payload), encoding="utf-8")
        part.rename(folder / name)

    def get_table(self, exchange: str) -> Any:
        """Return the queues of an exchange; wait while another process writes them down for the first time."""
        for _ in range(TRIES):
            try:
                return super().get_table(exchange)
            except ValueError:  # not JSON yet
                time.sleep(PAUSE)
        return super().get_table(exchange)


class Transport(filesystem.Transport):
    """kombu's filesystem transport over these channels."""

    Channel = Channel
