"""Static files of production: hashed, compressed, the parts of main.css and of frame.js joined into one file each.

A part of the sheet may hold no relative `url()`, a part of the script no import or export of its own: after joining
they would point elsewhere. A test forbids it.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # it ships no types

MAIN = "css/main.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\);')
FRAME = "js/frame.js"
MODULE = re.compile(r'^import "\./([^"]+)";$', re.MULTILINE)

Paths = dict[str, tuple[Storage, str]]


def joined(paths: Paths) -> str:
    """Return main.css with every import replaced by the text of its part; KeyError names a missing part."""
    return IMPORT.sub(lambda found: _text(paths, f"css/{found[1]}"), _text(paths, MAIN))


def joined_scripts(paths: Paths) -> str:
    """Return frame.js with every import replaced by the module in a block of its own: none sees another's names."""
    return MODULE.sub(lambda found: f"{{\n{_text(paths, f'js/{found[1]}')}}}", _text(paths, FRAME))


def _text(paths: Paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return bytes(file.read()).decode()


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage that hands collectstatic one stylesheet and one script instead of chains of them."""

    def post_process(self, paths: Paths, *args: Any, **options: Any) -> Iterator[Any]:
        """Put the joined files in the place of those that import, then hash and compress as always."""
        if not options.get("dry_run"):
            memory = InMemoryStorage()
            for name, join in ((MAIN, joined), (FRAME, joined_scripts)):
                if name in paths:
                    memory.save(name, ContentFile(join(paths).encode()))
                    paths = {**paths, name: (memory, name)}
        yield from super().post_process(paths, *args, **options)
