"""The address of a list under another filter: everything about a list is an address that can be kept and sent."""

from typing import Any, Final

from django.http import QueryDict

PLACES_IN_A_LIST: Final = ("page", "from")


def changed(query: QueryDict, **changes: Any) -> str:
    """Return the query with some parameters set, or removed when empty; a changed filter starts from the list's top."""
    fresh = query.copy()
    for name in PLACES_IN_A_LIST:
        fresh.pop(name, None)
    for name, value in changes.items():
        fresh.pop(name, None)
        if value:
            fresh[name] = str(value)
    return f"?{fresh.urlencode()}"
