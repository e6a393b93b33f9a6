"""What people type, made fit for any database: no NUL bytes, no lone surrogates. Nothing else is taken away."""

import re

MAX_ID = 2**63 - 1  # the largest key a table can hold; a larger number in an address leads nowhere
IMPOSSIBLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """Return the text without NUL bytes and lone surrogates."""
    return IMPOSSIBLE.sub("", text)
