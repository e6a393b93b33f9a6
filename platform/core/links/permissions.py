"""Who decides about a link: who wrote one of its ends, who moderates its platform, and the administrator."""

from typing import Any

from core.kinds import get_kind
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
