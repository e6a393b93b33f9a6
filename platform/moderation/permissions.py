"""Who may report and who may decide."""

from typing import Any

from core.kinds import Kind
from core.viewer import Viewer


def can_report_item(viewer: Viewer, kind: Kind) -> bool:
    """Return whether the viewer may report items of a kind: members may, where the kind can be reported."""
    return viewer.is_member and kind.reportable


def can_moderate_item(viewer: Viewer, kind: Kind, item: Any) -> bool:
    """Return whether the viewer may hide and restore the item: MODERATE on its platform, or administration.

    Kinds that cannot be reported (forums, places) cannot be hidden either.
    """
    return kind.reportable and viewer.may("moderate", platform_id=kind.platform_id(item))
