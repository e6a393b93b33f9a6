"""Static files of production: hashed, compressed, and the parts of main.css joined into one file.

A part may hold no relative `url()`: after joining it would point elsewhere. A test forbids it.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # it ships no types

MAIN = "css/main.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\);')

Paths = dict[str, tuple[Storage, str]]


def joined(paths: Paths) -> str:
    """Return main.css with every import replaced by the text of its part; KeyError names a missing part."""

    def text(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return bytes(file.read()).decode()

    return IMPORT.sub(lambda found: text(f"css/{found[1]}"), text(MAIN))


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage that hands collectstatic one stylesheet instead of a chain of forty."""

    def post_process(self, paths: Paths, *args: Any, **options: Any) -> Iterator[Any]:
        """Put the joined sheet in the place of main.css, then hash and compress as always."""
        if MAIN in paths and not options.get("dry_run"):
            memory = InMemoryStorage()
            memory.save(MAIN, ContentFile(joined(paths).encode()))
            paths = {**paths, MAIN: (memory, MAIN)}
        yield from super().post_process(paths, *args, **options)
