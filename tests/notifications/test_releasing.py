"""When an item becomes readable to an audience, and whom that reaches: in digests and among followers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.kinds import get_kind
from mail.models import OutgoingMail
from moderation.services import hide_item, restore_item
from notifications.digests.run import run_digests
from notifications.models import InstantMail, Notification, Release
from tests.factories.accounts import AdminFactory
from tests.factories.cms import chapter, news
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.notifications import follower, happened, visitor_subscription
from tests.factories.platforms import PlatformFactory

pytestmark = pytest.mark.django_db


def released(kind: str) -> list[tuple[int, str]]:
    return list(Release.objects.filter(item_kind=kind).order_by("pk").values_list("item_id", "audience_id"))


def test_a_topic_is_released_with_its_first_post_and_each_reply_by_itself() -> None:
    topic = topic_in()
    post = reply_to(topic)
    happened()
    assert released("topic") == [(topic.pk, "public")]
    assert released("post") == [(post.pk, "public")]
    row = Release.objects.get(item_kind="post")
    assert (row.group_kind, row.group_id, row.platform_id) == ("topic", topic.pk, topic.platform_id)
    assert row.places == [["topic", topic.pk], ["forum", topic.forum_id], ["platform", topic.platform_id]]


def test_what_was_hidden_before_anybody_was_told_is_not_released_until_it_comes_back() -> None:
    topic = topic_in()
    moderator = AdminFactory()
    hide_item(get_kind("topic"), topic, by=moderator, reason="Omyl")
    happened()
    assert released("topic") == []
    topic.refresh_from_db()
    restore_item(get_kind("topic"), topic, by=moderator, reason="V pořádku")
    happened()
    assert released("topic") == [(topic.pk, "public")]


def test_what_was_hidden_during_a_digest_comes_with_the_next_and_to_nobody_twice() -> None:
    topic, moderator, now = topic_in(title="Vrátilo se"), AdminFactory(), timezone.now()
    happened()
    Release.objects.update(released_at=now - timedelta(days=2))
    visitor_subscription(email="before@example.org", frequency="daily", hour=0)
    run_digests(now=now)
    hide_item(get_kind("topic"), topic, by=moderator, reason="Omyl")
    visitor_subscription(email="while@example.org", frequency="daily", hour=0)
    run_digests(now=now)
    topic.refresh_from_db()
    restore_item(get_kind("topic"), topic, by=moderator, reason="V pořádku")
    happened()
    run_digests(now=now + timedelta(days=1))
    got = OutgoingMail.objects.filter(purpose="digest", text__contains="Vrátilo se").values_list("to", flat=True)
    assert sorted(got) == ["before@example.org", "while@example.org"]


def test_an_archive_that_is_imported_is_no_news() -> None:
    topic = topic_in(at=timezone.now() - timedelta(days=800))
    reply_to(topic, at=timezone.now() - timedelta(days=799))
    happened()
    assert all(
        timezone.now() - row.released_at > timedelta(days=700) for row in Release.objects.exclude(item_kind="platform")
    )


def test_what_waited_for_a_broken_queue_is_released_when_it_is_handled() -> None:
    topic = topic_in(at=timezone.now() - timedelta(days=3))
    happened()
    assert timezone.now() - Release.objects.get(item_id=topic.pk, item_kind="topic").released_at < timedelta(minutes=1)


def test_a_page_is_released_once_however_often_it_is_edited() -> None:
    page = news(title="Dotace obcím 2027")
    happened()
    page.title = "Dotace obcím 2027: doplněno"
    page.save_revision().publish()
    happened()
    assert released("news") == [(page.pk, "public")]


def test_news_on_a_platform_are_told_once_to_who_follows_it() -> None:
    platform = PlatformFactory()
    reader = follower(platform, kind="platform", level="instant")
    page = news(platform=platform, title="Kulatý stůl k bydlení")
    happened()
    page.save_revision().publish()
    happened()
    assert Notification.objects.filter(person=reader, notice="cms.page_published").count() == 1
    assert InstantMail.objects.filter(person=reader, notice="cms.page_published").count() == 1


def test_news_handbook_topics_and_platforms_each_have_a_section_in_this_order() -> None:
    chapter(title="Kde začít", summary="Prvních sto dní.")
    news(title="Výzva otevřena", summary="Peníze pro obce.")
    topic_in(forum_of(), title="Kauce")
    happened()
    visitor_subscription(language="en", languages=["cs"], frequency="daily", hour=0)
    run_digests(now=timezone.now() + timedelta(days=1))
    text = OutgoingMail.objects.get(purpose="digest").text
    words = ("NEWS", "Výzva otevřena", "NEW TOPICS", "Kauce", "HANDBOOK", "Kde začít", "PLATFORMS")
    places = [text.index(word) for word in words]
    assert places == sorted(places)
    assert "Peníze pro obce." in text
