"""Measures how long a megabyte of hostile text takes to render: `python bench/richtext.py`. Time must stay linear."""

import os
import sys
import time
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "platform")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
django.setup()

from core.richtext import render  # noqa: E402  needs the path and the settings above

PIECES = (
    "<blockquote>",
    "<ul><li>",
    "<b>",
    "<table><b>",
    "<",
    "&",
    "&#x1;",
    "a ",
    "> ",
    "- a\n",
    "```\n",
    "[a](",
    "**a",
)
SIZE = 1_000_000


def main() -> None:
    """Print seconds per piece and format."""
    for piece in PIECES:
        for source_format in ("html", "plain"):
            started = time.perf_counter()
            render(piece * (SIZE // len(piece)), source_format=source_format)  # type: ignore[arg-type]
            print(f"{time.perf_counter() - started:6.2f} s  {source_format:5}  {piece!r}")


if __name__ == "__main__":
    main()
