"""What people do with platforms. Import services from here."""

from platforms.services.joining import decide_request, join, leave, remove_member
from platforms.services.platforms import change_platform, create_platform, set_platform_state
from platforms.services.roles import ensure_roles, role_named, set_role

__all__ = [
    "change_platform",
    "create_platform",
    "decide_request",
    "ensure_roles",
    "join",
    "leave",
    "remove_member",
    "role_named",
    "set_platform_state",
    "set_role",
]
