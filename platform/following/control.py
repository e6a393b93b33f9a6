"""What the follow control shows: three levels, one chosen. Asks the database only when the level is not given."""

from typing import Any

from core.kinds import get_kind
from core.viewer import Viewer
from following.models import FollowLevel
from following.services import level_for


def control(
    viewer: Viewer, *, kind: str, object_id: int, level: str | None = None, compact: object = False
) -> dict[str, Any]:
    """Return the context of `following/partials/_control.html`; `shown` is false where nobody can follow."""
    shown = viewer.is_member and get_kind(kind).followable
    if shown and level is None:
        level = level_for(viewer.person_id, kind=kind, object_id=object_id)
    return {
        "shown": shown,
        "kind": kind,
        "object_id": object_id,
        "level": level or FollowLevel.NONE.value,
        "levels": FollowLevel.choices,
        "compact": bool(compact),
    }
