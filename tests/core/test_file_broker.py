"""The broker over files: whoever reads while others write gets every message, and gets it whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kombu import Connection
from kombu.utils.json import register_type

FOLDERS = ("data_folder_in", "data_folder_out", "control_folder")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A connection as the embedded settings make it, over a folder of the test."""
    options = {name: str(tmp_path) for name in FOLDERS}
    with Connection("filesystem://", transport="config.file_broker:Transport", transport_options=options) as made:
        yield made


class Onlooker:
    """A part of a message that counts, while it is being written, what a worker would find."""

    def __init__(self, channel: Any) -> None:
        self.channel = channel
        self.seen: list[int] = []

    def look(self) -> str:
        self.seen.append(self.channel._size("default"))
        return "looked"


register_type(Onlooker, "onlooker", Onlooker.look, str)


def test_a_message_is_not_there_before_it_is_whole(connection: Connection) -> None:
    channel = connection.channel()
    onlooker = Onlooker(channel)
    channel._put("default", {"body": onlooker})
    assert onlooker.seen == [0]
    assert channel._size("default") == 1
    assert channel._get("default")["body"] == "looked"


def test_what_is_put_is_got_once_and_leaves_no_file(connection: Connection, tmp_path: Path) -> None:
    queue = connection.SimpleQueue("default")
    for number in range(3):
        queue.put({"number": number})
    assert sorted(queue.get(timeout=5).payload["number"] for _ in range(3)) == [0, 1, 2]
    assert list(tmp_path.glob("*.msg*")) == []
