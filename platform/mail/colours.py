"""The colours of mails: those of the site, from tokens.css and the network's own brand.css.

Mail programs know neither variables nor light-dark(), so both looks are read out once per process.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

from django.contrib.staticfiles import finders

SHEETS: Final = ("css/tokens.css", "css/brand.css")
PAIR: Final = re.compile(r"--([\w-]+):\s*light-dark\(\s*(#[0-9a-fA-F]{6})\s*,\s*(#[0-9a-fA-F]{6})\s*\)")
ONE: Final = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\s*;")
LOOKS: Final = ("light", "dark")


@cache
def colours() -> dict[str, dict[str, str]]:
    """Return the colours of the two looks by name, `colours()["dark"]["ink_soft"]`; only #rrggbb is understood."""
    found: dict[str, dict[str, str]] = {look: {} for look in LOOKS}
    for sheet in SHEETS:
        source = _source(sheet)
        for name, light, dark in [*PAIR.findall(source), *((name, one, one) for name, one in ONE.findall(source))]:
            key = name.replace("-", "_")
            found["light"][key], found["dark"][key] = light.lower(), dark.lower()
    return found


def _source(sheet: str) -> str:
    path = finders.find(sheet)
    return Path(path).read_text(encoding="utf-8") if isinstance(path, str) else ""
