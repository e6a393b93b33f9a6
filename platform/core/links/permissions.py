"""Who decides about a link: who wrote one of its ends, who moderates its platform, and the administrator."""

from collections.abc import Iterable
from typing import Any

from core.kinds import all_kinds, get_kind
from core.models import ItemLink
from core.viewer import Viewer

Reference = tuple[str, int]


def answers_for(viewer: Viewer, kind_code: str, item: Any) -> bool:
    """Return whether the viewer decides about links of this loaded item."""
    if not viewer.is_member:
        return False
    kind = get_kind(kind_code)
    own = kind.author_id(item) == viewer.person_id
    return own or viewer.may("moderate", platform_id=kind.platform_id(item))


def can_decide_link(viewer: Viewer, ends: dict[Reference, Any]) -> bool:
    """Return whether the viewer may confirm or remove a link between these loaded items."""
    return any(answers_for(viewer, kind_code, item) for (kind_code, _), item in ends.items())


def can_withdraw_link(viewer: Viewer, link: ItemLink) -> bool:
    """Return whether the viewer may take back her own proposal."""
    return viewer.is_member and link.state == "proposed" and link.added_by_id == viewer.person_id


def authors_of(ends: Iterable[Reference]) -> dict[Reference, int | None]:
    """Return who wrote each of these items; None where nobody did, nothing for an item that is gone."""
    known = {kind.code for kind in all_kinds()}
    found = {}
    for code, pk in ends:
        item = get_kind(code).queryset().filter(pk=pk).first() if code in known else None
        if item is not None:
            found[code, pk] = get_kind(code).author_id(item)
    return found
