"""The plain text of a mail: lines a terminal shows whole. Addresses are never broken, indentation goes on."""

import re
import textwrap
from typing import Final

WIDTH: Final = 76
LEAD: Final = re.compile(r"(?:[ >]*)(?:(?:[-*•]|\d+[.)]) )?")
GAPS: Final = re.compile(r"\n{3,}")


def wrapped(text: str, *, width: int = WIDTH) -> str:
    """Return the text with lines of at most `width`, but for words that are longer, and no two empty lines in a row."""
    return GAPS.sub("\n\n", "\n".join(_line(line, width) for line in text.splitlines())).strip() + "\n"


def _line(line: str, width: int) -> str:
    if len(line) <= width:
        return line if line == "-- " else line.rstrip()
    lead = (LEAD.match(line) or [""])[0]
    further = lead if set(lead) <= {" ", ">"} else " " * len(lead)
    return textwrap.fill(
        line[len(lead) :],
        width=width,
        initial_indent=lead,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
