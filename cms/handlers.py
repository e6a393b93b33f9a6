"""Reactions to platforms: who may publish there edits its pages. Each reads the state anew; order does not matter."""

from cms.services.editors import narrow_platform_pages, sync_platform_editors
from core.outbox import handler
from platforms.events import MemberJoined, MemberLeft, PlatformChanged, RoleChanged
from platforms.models import Membership, Platform


def _sync(membership_id: int) -> None:
    row = Membership.objects.select_related("platform").filter(pk=membership_id).first()
    if row is not None:
        sync_platform_editors(row.platform)


@handler(MemberJoined, name="cms.on_member_joined")
def on_member_joined(event: MemberJoined) -> None:
    """A coordinator of a new platform edits its pages from the beginning."""
    _sync(event.membership_id)


@handler(RoleChanged, name="cms.on_role_changed")
def on_role_changed(event: RoleChanged) -> None:
    """Give or take the right to edit."""
    _sync(event.membership_id)


@handler(MemberLeft, name="cms.on_member_left")
def on_member_left(event: MemberLeft) -> None:
    """Who left edits nothing there any more."""
    _sync(event.membership_id)


@handler(PlatformChanged, name="cms.on_platform_changed")
def on_platform_changed(event: PlatformChanged) -> None:
    """Close the pages of a platform that closed itself."""
    platform = Platform.objects.filter(pk=event.platform_id).first()
    if platform is not None:
        narrow_platform_pages(platform)
