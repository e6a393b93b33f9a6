"""Owns the reading of the language tables in `search/data`; no other module of the analysis opens a file."""

from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "data"


def read_table(name: str, *, columns: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a tab-separated table, without its comments and blank lines.

    Raises ValueError with file and line when a row has another number of columns: a slip in a table must
    stop the start of the site, not spoil the search quietly.
    """
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if len(cells) != columns:
            message = f"{name}:{number}: {len(cells)} columns instead of {columns}"
            raise ValueError(message)
        yield cells
