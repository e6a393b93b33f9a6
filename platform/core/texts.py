"""Short texts in several languages on one language-neutral row: `{"cs": "Bydlení", "en": "Housing"}`.

A missing language falls back over the reader's languages, then over `FALLBACK`: nothing is empty while one text exists.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.utils.translation import get_language

from core.text_fields import TextsFormField

FALLBACK = ("cs", "en", "sk", "de", "uk")


def pick(texts: Mapping[str, str] | None, *, languages: Iterable[str] = ()) -> str:
    """Return the text in the first of the given languages that has one (default: the active one), then by fallback."""
    return pick_with_language(texts, languages=languages)[0]


def pick_with_language(texts: Mapping[str, str] | None, *, languages: Iterable[str] = ()) -> tuple[str, str]:
    """Return (text, its language); ("", "") when there is none at all."""
    if not texts:
        return "", ""
    wanted = [*languages, (get_language() or "cs").split("-")[0], *FALLBACK, *texts]
    return next(((texts[code], code) for code in wanted if texts.get(code)), ("", ""))


def sort_key(text: str) -> str:
    """Return a key under which names sort alike in every database: folded, Czech `ch` after `h`."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return plain.replace("ch", "h\x7f")[:200]


class TextsField(models.JSONField):
    """A JSON object of language code to text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """Return one line per language instead of raw JSON."""
        return super().formfield(**{"form_class": TextsFormField, **kwargs})
