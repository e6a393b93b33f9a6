"""Who is told about a link: authors of what was linked, proposers of what became of it; nobody of what is hidden."""

from typing import Any

import pytest

from core.links.services import confirm_link, propose_link, remove_link
from core.models import ItemLink
from notifications.models import InstantMail, Notification
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, topic_in
from tests.factories.notifications import happened
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db


def told(person: Any) -> list[tuple[str, int]]:
    rows = Notification.objects.filter(person=person, notice__startswith="core.link").order_by("pk")
    return list(rows.values_list("notice", "about_id"))


def link(source: Any, target: Any, *, by: Any, decides: bool = False) -> ItemLink:
    made = propose_link(("topic", source.pk), target=("topic", target.pk), relation="discusses", by=by, decides=decides)
    assert made
    return made


@pytest.fixture
def topics() -> tuple[Any, Any]:
    """Two public topics of two authors."""
    forum = forum_of()
    return tuple(topic_in(forum, by=member_of(forum.platform)) for _ in range(2))  # type: ignore[return-value]


def test_both_authors_are_told_of_a_proposal_each_of_her_own(topics: Any) -> None:
    one, two = topics
    proposer = UserFactory()
    link(one, two, by=proposer)
    happened()
    assert told(one.author) == [("core.link_proposed", one.pk)]
    assert told(two.author) == [("core.link_proposed", two.pk)]
    assert told(proposer) == []
    assert not InstantMail.objects.filter(notice__startswith="core.link").exists()


def test_who_links_her_own_is_not_told_but_the_other_author_is(topics: Any) -> None:
    one, two = topics
    link(one, two, by=one.author, decides=True)
    happened()
    assert told(one.author) == []
    assert told(two.author) == [("core.link_added", two.pk)]


def test_nobody_is_told_of_a_link_to_what_she_cannot_see(topics: Any) -> None:
    one, _two = topics
    closed = topic_in(forum_of(PlatformFactory(), slug="members"))
    link(one, closed, by=closed.author, decides=True)
    happened()
    assert told(one.author) == []


@pytest.mark.parametrize(("decide", "notice"), [(confirm_link, "confirmed"), (remove_link, "removed")])
def test_the_proposer_hears_what_became_of_it(topics: Any, decide: Any, notice: str) -> None:
    one, two = topics
    proposer = UserFactory()
    decide(link(one, two, by=proposer), by=two.author)
    happened()
    assert told(proposer) == [(f"core.link_{notice}", one.pk)]


def test_a_proposal_taken_back_is_told_to_nobody(topics: Any) -> None:
    one, two = topics
    proposer = UserFactory()
    remove_link(link(one, two, by=proposer), by=proposer)
    happened()
    assert told(one.author) == told(two.author) == told(proposer) == []
