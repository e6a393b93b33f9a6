"""Permissions on a platform and the roles that hold them. Views ask for a permission, never for a role."""

from enum import StrEnum

from core.viewer import Viewer


class Permission(StrEnum):
    """Stored words: each is an audience rule `platform:<id>:<word>` as well."""

    CONTRIBUTE = "contribute"
    MODERATE = "moderate"
    MANAGE = "manage"
    PUBLISH = "publish"


def members_rule(platform_id: int) -> str:
    """Return the audience rule of everybody who belongs to the platform."""
    return f"platform:{platform_id}"


def permission_rule(platform_id: int, permission: Permission) -> str:
    """Return the audience rule of those who hold a permission there."""
    return f"platform:{platform_id}:{permission.value}"


def can_manage_platform(viewer: Viewer, platform_id: int) -> bool:
    """Return whether the viewer may change the platform and decide who joins."""
    return viewer.may(Permission.MANAGE, platform_id=platform_id)


def can_moderate_platform(viewer: Viewer, platform_id: int) -> bool:
    """Return whether the viewer may hide and restore there."""
    return viewer.may(Permission.MODERATE, platform_id=platform_id)


def can_contribute(viewer: Viewer, platform_id: int) -> bool:
    """Return whether the viewer may write there."""
    return viewer.may(Permission.CONTRIBUTE, platform_id=platform_id)
