"""Handles: short names in addresses and mentions. A handle is never given again, because its row is never deleted."""

import secrets

from django.contrib.auth import get_user_model
from django.utils.text import slugify

LENGTH = 32
# Words that stand for something else beside the addresses of people, or that would mislead.
RESERVED = frozenset({"me", "new", "all", "admin", "administrator", "moderator", "support", "everybody", "nobody"})


def free_handle(name: str, *, plain: bool = True) -> str:
    """Return a handle made from the name that nobody has or had; without `plain` it always ends with a number."""
    people = get_user_model()._default_manager
    base = slugify(name)[:LENGTH].strip("-_") or "member"
    if plain and base not in RESERVED and not people.filter(handle=base).exists():
        return base
    while True:
        candidate = f"{base}-{secrets.randbelow(9000) + 1000}"
        if not people.filter(handle=candidate).exists():
            return candidate
