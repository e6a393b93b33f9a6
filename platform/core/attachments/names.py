"""The name a file keeps: readable, without paths, hidden signs or a false extension."""

import re
import unicodedata

from core.attachments.types import TYPES

MAX_LENGTH = 200
_FORBIDDEN = re.compile(r'[/\\:*?"<>|]')


def clean_name(raw: str, *, code: str) -> str:
    """Return a safe name for a file of the kind `code`, whatever the browser called it."""
    last = re.split(r"[/\\]", raw.strip())[-1]
    shown = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    shown = re.sub(r"\s+", " ", _FORBIDDEN.sub("_", shown)).strip(" .")
    stem, dot, extension = shown.rpartition(".")
    if not dot or len(extension) > 5 or not extension.isalnum():
        stem, extension = shown, ""
    kept = extension if TYPES[code].accepts(extension.lower()) else code
    return f"{(stem.strip(' .') or 'file')[: MAX_LENGTH - len(kept) - 1]}.{kept}"
