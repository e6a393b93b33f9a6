"""Who is told what when something happens in forums, on platforms and in moderation."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.kinds import get_kind
from core.models import OutboxEvent
from following.services import set_level
from forums.events import PostCreated
from moderation.services import hide_item, report_item
from notifications.models import DeliveryChoice, InstantMail, Notification
from notifications.telling import tell
from platforms.services import decide_request, join, leave
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.notifications import follower, happened
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db


def told(person: object) -> list[str]:
    return list(Notification.objects.filter(person=person).order_by("pk").values_list("notice", flat=True))


def mailed(person: object) -> list[str]:
    return list(InstantMail.objects.filter(person=person).order_by("pk").values_list("notice", flat=True))


@pytest.mark.parametrize(("level", "mails"), [("overview", []), ("instant", ["forums.reply"])])
def test_a_reply_is_told_to_who_follows_the_topic(level: str, mails: list[str]) -> None:
    topic = topic_in()
    reader = follower(topic, level=level)
    reply_to(topic, by=topic.author)
    happened()
    assert told(reader) == ["forums.reply"]
    assert mailed(reader) == mails
    assert told(topic.author) == []


@pytest.mark.parametrize("kind", ["forum", "platform"])
def test_a_new_topic_is_told_to_who_follows_its_forum_or_platform(kind: str) -> None:
    forum = forum_of()
    reader = follower(forum if kind == "forum" else forum.platform, kind=kind)
    topic_in(forum)
    happened()
    assert told(reader) == ["forums.new_topic"]


def test_the_nearest_choice_counts_also_when_it_is_nothing() -> None:
    topic = topic_in()
    happened()
    reader = follower(topic.platform, kind="platform", level="instant")
    set_level(by=reader, kind="topic", object_id=topic.pk, level="overview")
    set_level(by=reader, kind="topic", object_id=topic.pk, level="none")
    reply_to(topic)
    happened()
    assert told(reader) == []


def test_unread_replies_of_a_topic_stand_in_one_line_and_count_once_in_the_badge() -> None:
    topic = topic_in()
    reader = follower(topic)
    first = reply_to(topic)
    reply_to(topic, by=member_of(topic.platform))
    happened()
    row = Notification.objects.get(person=reader)
    reader.refresh_from_db()
    assert (row.count, row.item_id, reader.unread_count) == (2, first.pk, 1)


def test_an_event_handled_twice_is_told_once(django_assert_num_queries) -> None:
    topic = topic_in()
    reader = follower(topic, level="instant")
    post = reply_to(topic)
    happened()
    event = PostCreated.from_payload({"post_id": post.pk, "topic_id": topic.pk}, event_id=_event_id("post_created"))
    tell(event)
    assert Notification.objects.get(person=reader).count == 1
    assert len(mailed(reader)) == 1


def _event_id(name: str) -> int:
    return OutboxEvent.objects.get(name=f"forums.{name}").pk


def test_who_is_named_is_told_that_and_not_that_there_is_a_reply() -> None:
    topic = topic_in()
    reader = follower(topic)
    reply_to(topic, text=f"Ptejte se @/go/person/{reader.pk}/ na úřadě.")
    happened()
    assert told(reader) == ["forums.mention"]
    assert mailed(reader) == ["forums.mention"]


def test_who_is_quoted_is_told() -> None:
    topic = topic_in()
    writer = member_of(topic.platform, mail_choice="site")
    post = reply_to(topic, by=writer)
    reply_to(topic, text=f"> /go/post/{post.pk}/\n> U nás to funguje.\n\nA kolik to stojí?")
    happened()
    assert "forums.quoted" in told(writer)
    assert mailed(writer) == []


def test_nobody_is_told_about_what_she_may_not_read() -> None:
    platform = PlatformFactory()
    member = member_of(platform, mail_choice="instant")
    topic = topic_in(forum_of(platform, slug="members"))
    set_level(by=member, kind="topic", object_id=topic.pk, level="instant")
    leave(platform, by=member)
    reply_to(topic, text=f"@/go/person/{member.pk}/ vidíte to?")
    happened()
    assert told(member) == mailed(member) == []


def test_a_post_hidden_before_its_event_is_handled_is_told_to_nobody() -> None:
    topic = topic_in()
    reader = follower(topic)
    post = reply_to(topic)
    hide_item(get_kind("post"), post, by=topic.author, reason="Reklama")
    happened()
    assert told(reader) == []


def test_what_was_written_long_ago_is_not_mailed() -> None:
    topic = topic_in()
    reader = follower(topic, level="instant")
    reply_to(topic, at=timezone.now() - timedelta(days=400))
    happened()
    assert mailed(reader) == []


def test_joining_on_request() -> None:
    platform, person = PlatformFactory(joining="request"), UserFactory()
    membership = join(platform, by=person, message="Pracuji na úřadě.")
    happened()
    assert told(platform.author) == ["platforms.join_requested"]
    assert Notification.objects.get(person=platform.author).facts == {"message": "Pracuji na úřadě."}
    decide_request(membership, by=platform.author, accept=False, reason="Jen pro úřady")
    happened()
    assert told(person) == mailed(person) == ["platforms.refused"]


def test_a_report_goes_to_the_moderators_and_the_decision_to_the_author_with_its_reason() -> None:
    topic = topic_in()
    writer, moderator = member_of(topic.platform), member_of(topic.platform, role="moderator")
    post = reply_to(topic, by=writer)
    report_item(get_kind("post"), post, by=UserFactory(), reason="spam")
    hide_item(get_kind("post"), post, by=moderator, reason="Reklama")
    happened()
    assert "moderation.hidden" in told(writer)
    assert "moderation.hidden" in mailed(writer)
    assert Notification.objects.get(person=writer, notice="moderation.hidden").facts == {"reason": "Reklama"}


def test_a_report_of_something_without_a_platform_goes_to_the_administrators() -> None:
    admin, reported = AdminFactory(), UserFactory()
    report_item(get_kind("person"), reported, by=UserFactory(), reason="spam")
    happened()
    assert told(admin) == ["moderation.reported"]


def test_a_refused_channel_gets_nothing() -> None:
    topic = topic_in()
    reader = follower(topic, level="instant")
    for channel in ("site", "mail"):
        DeliveryChoice.objects.create(person=reader, notice="forums.reply", channel=channel, wanted=False)
    reply_to(topic)
    happened()
    reader.refresh_from_db()
    assert (told(reader), mailed(reader), reader.unread_count) == ([], [], 0)


def _statements(people: int) -> int:
    topic = topic_in()
    for _ in range(people):
        follower(topic, level="instant")
    happened()
    reply_to(topic)
    with CaptureQueriesContext(connection) as captured:
        happened()
    return len(captured)


def test_telling_many_costs_as_many_statements_as_telling_few() -> None:
    assert _statements(3) == _statements(30)
