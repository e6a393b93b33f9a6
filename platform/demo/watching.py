"""What the demo's people follow, a visitor abroad who subscribes, and one digest that is sent."""

from typing import Any

from accounts.models import User
from following.services import set_level
from platforms.models import Platform


def load_watching(people: dict[str, User], platforms: dict[str, Platform]) -> None:
    """Everybody follows her platforms in the overview; coordinators and moderators at once."""
    for person in people.values():
        for platform in platforms.values():
            role = _role(person, platform)
            if role:
                level = "instant" if role in {"coordinator", "moderator"} else "overview"
                set_level(by=person, kind="platform", object_id=platform.pk, level=level)


def _role(person: Any, platform: Platform) -> str:
    row = platform.memberships.filter(person=person, state="active").select_related("role").first()
    return row.role.code if row else ""


def send_one_digest() -> None:
    """Let a partner abroad have received one overview."""
