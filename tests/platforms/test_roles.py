"""Roles are lists of permissions; nobody grants what she lacks."""

import pytest
from django.core.exceptions import PermissionDenied

from core.viewer import VISITOR, viewer_for
from platforms.permissions import Permission, can_contribute, can_manage_platform, can_moderate_platform
from platforms.services import role_named, set_role
from tests.factories.accounts import AdminFactory
from tests.factories.platforms import PlatformFactory, member_of, membership_of

pytestmark = pytest.mark.django_db

TABLE = [
    # role, contributes, moderates, manages
    ("observer", False, False, False),
    ("member", True, False, False),
    ("expert", True, False, False),
    ("editor", True, False, False),
    ("moderator", True, True, False),
    ("coordinator", True, True, True),
]


@pytest.mark.parametrize(("role", "contributes", "moderates", "manages"), TABLE)
def test_what_each_role_may(role: str, contributes: bool, moderates: bool, manages: bool) -> None:
    platform, other = PlatformFactory(), PlatformFactory()
    viewer = viewer_for(member_of(platform, role=role))
    assert can_contribute(viewer, platform.pk) is contributes
    assert can_moderate_platform(viewer, platform.pk) is moderates
    assert can_manage_platform(viewer, platform.pk) is manages
    assert not can_contribute(viewer, other.pk)


def test_visitors_may_nothing_and_administrators_everything() -> None:
    platform = PlatformFactory()
    assert not any(VISITOR.may(p, platform_id=platform.pk) for p in Permission)
    admin = viewer_for(AdminFactory())
    assert all(admin.may(p, platform_id=platform.pk) for p in Permission)


def test_a_coordinator_gives_roles_and_the_rights_follow_at_once() -> None:
    platform = PlatformFactory()
    person, granter = member_of(platform), viewer_for(platform.author)
    membership = membership_of(person, platform)
    assert set_role(membership, by=platform.author, viewer=granter, role=role_named("moderator"))
    assert viewer_for(person).may("moderate", platform_id=platform.pk)
    assert not set_role(membership, by=platform.author, viewer=granter, role=role_named("moderator"))


def test_a_moderator_cannot_make_a_coordinator() -> None:
    platform = PlatformFactory()
    moderator, person = member_of(platform, role="moderator"), member_of(platform)
    with pytest.raises(PermissionDenied):
        set_role(
            membership_of(person, platform),
            by=moderator,
            viewer=viewer_for(moderator),
            role=role_named("coordinator"),
        )


def test_a_suspended_person_satisfies_nothing() -> None:
    platform = PlatformFactory()
    person = member_of(platform, role="moderator")
    person.state = "suspended"
    person.save()
    assert viewer_for(person) == VISITOR
