"""What is forgotten and when, and what a nightly look repairs."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from notifications.models import DigestSubscription, InstantMail, Notification, Release
from notifications.pruning import prune_old
from notifications.services.subscriptions import give_missing_digests, pause
from notifications.tasks import prune
from tests.factories.accounts import UserFactory
from tests.factories.forums import reply_to, topic_in
from tests.factories.notifications import follower, happened, visitor_subscription

pytestmark = pytest.mark.django_db


def days_ago(number: int) -> Any:
    return timezone.now() - timedelta(days=number)


@pytest.mark.parametrize(("days", "kept"), [(179, 1), (181, 0)])
def test_lines_are_kept_for_180_days_and_the_badge_follows(days: int, kept: int) -> None:
    topic = topic_in()
    reader = follower(topic)
    reply_to(topic)
    happened()
    Notification.objects.update(updated_at=days_ago(days))
    prune_old()
    reader.refresh_from_db()
    assert Notification.objects.filter(person=reader).count() == reader.unread_count == kept


@pytest.mark.parametrize(
    ("days", "state", "kept"), [(181, "mailed", 0), (181, "skipped", 0), (181, "waiting", 1), (90, "mailed", 1)]
)
def test_the_links_of_mails_work_for_180_days(days: int, state: str, kept: int) -> None:
    topic = topic_in()
    reader = follower(topic, level="instant")
    reply_to(topic)
    happened()
    InstantMail.objects.update(created_at=days_ago(days), state=state)
    prune_old()
    assert InstantMail.objects.filter(person=reader).count() == kept


@pytest.mark.parametrize(("days", "kept"), [(59, 1), (61, 0)])
def test_an_address_that_left_is_forgotten_after_sixty_days(days: int, kept: int) -> None:
    visitor_subscription(ended_at=days_ago(days))
    prune_old()
    assert DigestSubscription.objects.count() == kept


def test_releases_outlive_every_window() -> None:
    topic_in()
    happened()
    Release.objects.filter(item_kind="topic").update(released_at=days_ago(390))
    Release.objects.filter(item_kind="platform").update(released_at=days_ago(401))
    prune_old()
    assert list(Release.objects.values_list("item_kind", flat=True)) == ["topic"]


def test_who_chose_an_overview_without_a_form_gets_one_at_night() -> None:
    chose, rests, other = UserFactory(mail_choice="weekly"), UserFactory(mail_choice="weekly"), UserFactory()
    give_missing_digests()
    pause(DigestSubscription.objects.get(person=rests), paused=True)
    DigestSubscription.objects.filter(person=chose).delete()
    prune()
    rows = DigestSubscription.objects.order_by("person_id")
    assert [(row.person_id, row.is_running) for row in rows] == [(chose.pk, True), (rests.pk, False)]
    assert other.mail_choice == "site"
