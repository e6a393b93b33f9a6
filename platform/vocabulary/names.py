"""How names become codes, sort keys and folded words. Pure functions, no database."""

import unicodedata
from collections.abc import Mapping

from django.utils.text import slugify

from core.texts import pick, sort_key


def fold(text: str) -> str:
    """Return the text in small letters without diacritics, hyphens and double spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


def folded_names(names: Mapping[str, str]) -> str:
    """Return every name folded between bars, each word after a space: "| liberec | reichenberg |"."""
    return "| " + " | ".join(sorted({fold(name) for name in names.values() if name})) + " |"


def name_key(names: Mapping[str, str]) -> str:
    """Return the sort key of the name at home."""
    return sort_key(pick(names, languages=("cs",)))


def derived_code(parent_code: str, name: str) -> str:
    """Return a readable code for a place that has none of its own, such as "CZ051-liberec-nova-ves"."""
    own = slugify(fold(name))[:40] or "place"
    return f"{parent_code[:38]}-{own}" if parent_code else own
