"""Joining, asking, deciding, leaving: what becomes of the membership and of what the person may read."""

import pytest

from core.models import OutboxEvent
from core.viewer import viewer_for
from platforms.models import MembershipState
from platforms.services import decide_request, join, leave, remove_member
from tests.factories.accounts import UserFactory
from tests.factories.platforms import PlatformFactory, member_of, membership_of

pytestmark = pytest.mark.django_db


def events() -> list[str]:
    return list(OutboxEvent.objects.order_by("pk").values_list("name", flat=True))


def test_an_open_platform_is_joined_at_once_and_opens_what_is_for_members() -> None:
    platform, person = PlatformFactory(joining="open"), UserFactory()
    membership = join(platform, by=person)
    assert membership.state == MembershipState.ACTIVE
    assert viewer_for(person).satisfies(platform.members_rule)
    assert viewer_for(person).may("contribute", platform_id=platform.pk)
    assert not viewer_for(person).may("moderate", platform_id=platform.pk)
    assert events()[-1] == "platforms.member_joined"


def test_a_second_click_changes_nothing() -> None:
    platform, person = PlatformFactory(joining="open"), UserFactory()
    first = join(platform, by=person)
    before = events()
    assert join(platform, by=person) == first
    assert events() == before


def test_a_request_waits_and_opens_nothing() -> None:
    platform, person = PlatformFactory(joining="request"), UserFactory()
    membership = join(platform, by=person, message="Pracuji na úřadě.")
    assert membership.state == MembershipState.REQUESTED
    assert not viewer_for(person).satisfies(platform.members_rule)
    assert events()[-1] == "platforms.join_requested"


def test_invitation_only_lets_nobody_in_by_herself() -> None:
    platform = PlatformFactory(joining="invitation")
    with pytest.raises(ValueError, match="invitation"):
        join(platform, by=UserFactory())


@pytest.mark.parametrize(("accept", "state"), [(True, "active"), (False, "refused")])
def test_a_request_is_decided_once(accept: bool, state: str) -> None:
    platform, person = PlatformFactory(joining="request"), UserFactory()
    membership = join(platform, by=person)
    assert decide_request(membership, by=platform.author, accept=accept, reason="Vítejte")
    assert not decide_request(membership, by=platform.author, accept=not accept)
    membership.refresh_from_db()
    assert membership.state == state
    assert viewer_for(person).satisfies(platform.members_rule) is accept


def test_leaving_closes_what_was_for_members() -> None:
    platform = PlatformFactory()
    person = member_of(platform)
    assert leave(platform, by=person)
    assert not leave(platform, by=person)
    assert not viewer_for(person).satisfies(platform.members_rule)


def test_the_last_coordinator_hands_over_first() -> None:
    platform = PlatformFactory()
    with pytest.raises(ValueError, match="hands over"):
        leave(platform, by=platform.author)
    assert not remove_member(membership_of(platform.author, platform), by=platform.author, reason="x")


def test_counters_follow_members() -> None:
    platform = PlatformFactory()
    person = member_of(platform)
    platform.refresh_from_db()
    assert platform.member_count == 2
    leave(platform, by=person)
    platform.refresh_from_db()
    assert platform.member_count == 1


def test_one_may_come_back_after_leaving() -> None:
    platform = PlatformFactory()
    person = member_of(platform)
    leave(platform, by=person)
    assert join(platform, by=person).state == MembershipState.ACTIVE
