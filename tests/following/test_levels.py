"""Three plain levels: who may choose them, what is stored, and who is found as a follower."""

from collections.abc import Iterator

import pytest

from accounts.items import PersonKind
from accounts.models import User
from accounts.services import change_profile, suspend
from core import kinds
from core.models import OutboxEvent
from following.models import Follow
from following.services import (
    NotFollowable,
    follow_by_default,
    followed_by,
    followers_of,
    level_for,
    levels_for,
    set_level,
)
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


class FollowablePerson(PersonKind):
    """A person whom one can follow, so that these tests need no app above."""

    code = "test-person"
    followable = True


@pytest.fixture(autouse=True)
def kind() -> Iterator[str]:
    kinds.register(FollowablePerson())
    yield "test-person"
    kinds._kinds.pop("test-person")


@pytest.fixture
def me() -> User:
    return UserFactory()


@pytest.fixture
def item() -> int:
    return UserFactory(name="Ustaraná Žofie").pk


def choose(me: User, item: int, level: str) -> bool:
    return set_level(by=me, kind="test-person", object_id=item, level=level)


@pytest.mark.parametrize("level", ["overview", "instant"])
def test_a_level_is_stored_and_told(me: User, item: int, level: str) -> None:
    assert choose(me, item, level) is True
    assert level_for(me.pk, kind="test-person", object_id=item) == level
    event = OutboxEvent.objects.get(name="following.level_changed")
    assert event.payload == {"person_id": me.pk, "kind": "test-person", "object_id": item}


@pytest.mark.parametrize("level", ["none", "overview", "instant"])
def test_the_same_level_again_changes_nothing(me: User, item: int, level: str) -> None:
    choose(me, item, level)
    before = OutboxEvent.objects.count()
    assert choose(me, item, level) is False
    assert OutboxEvent.objects.count() == before


def test_what_is_not_there_cannot_be_followed(me: User, item: int) -> None:
    hidden = User.objects.get(pk=item)
    change_profile(hidden, by=hidden, changes={"shown_to": "nobody"})
    with pytest.raises(NotFollowable):
        choose(me, item, "instant")
    assert not Follow.objects.exists()


@pytest.mark.parametrize("kind_code", ["person", "no-such-kind"])
def test_not_every_kind_can_be_followed(me: User, item: int, kind_code: str) -> None:
    with pytest.raises(NotFollowable):
        set_level(by=me, kind=kind_code, object_id=item, level="overview")


def test_leaving_is_always_possible(me: User, item: int) -> None:
    choose(me, item, "instant")
    hidden = User.objects.get(pk=item)
    change_profile(hidden, by=hidden, changes={"shown_to": "nobody"})
    assert choose(me, item, "none") is True


def test_a_word_that_is_no_level_is_refused(me: User, item: int) -> None:
    with pytest.raises(ValueError, match="no level"):
        choose(me, item, "daily")


def test_following_by_default_respects_an_earlier_no(me: User, item: int) -> None:
    assert follow_by_default(by=me, kind="test-person", object_id=item) is True
    choose(me, item, "none")
    assert follow_by_default(by=me, kind="test-person", object_id=item) is False
    assert level_for(me.pk, kind="test-person", object_id=item) == "none"


def test_followers_are_active_people_of_a_level(me: User, item: int) -> None:
    others = {level: UserFactory() for level in ("overview", "instant", "none")}
    for level, person in others.items():
        choose(person, item, "overview")
        choose(person, item, level)
    choose(me, item, "instant")
    suspend(me, by=others["none"], reason="Spam")
    found = followers_of("test-person", [item])
    assert set(found.values_list("person_id", flat=True)) == {others["overview"].pk, others["instant"].pk}
    assert followers_of("test-person", [item], level="instant").get().person_id == others["instant"].pk


def test_the_levels_of_a_page_cost_one_statement(me: User, django_assert_num_queries) -> None:
    items = [UserFactory().pk for _ in range(5)]
    choose(me, items[0], "instant")
    with django_assert_num_queries(1):
        assert levels_for(me.pk, kind="test-person", object_ids=items) == {items[0]: "instant"}
    with django_assert_num_queries(0):
        assert levels_for(None, kind="test-person", object_ids=items) == {}


def test_what_i_follow_leaves_out_what_i_left(me: User, item: int) -> None:
    choose(me, item, "overview")
    choose(me, UserFactory().pk, "instant")
    choose(me, item, "none")
    assert [row.level for row in followed_by(me.pk)] == ["instant"]
