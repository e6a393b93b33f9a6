"""Digests, mails at once and lists on PostgreSQL: three workers at one moment, and everybody gets everything once."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from core.models import EventDelivery, OutboxEvent
from core.outbox import dispatch as outbox
from mail.models import OutgoingMail
from notifications.digests.run import run_digests
from notifications.instant.sending import send_instant
from notifications.models import DigestItem, DigestMail, DigestSubscription, InstantMail, Notification
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.notifications import follower, happened, ten_minutes_later, visitor_subscription
from tests.services.test_outbox_on_postgres import in_parallel

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
READERS = 120


@pytest.fixture(autouse=True)
def _on_postgresql(postgresql):
    assert connection.vendor == "postgresql"
    assert str(connection.settings_dict["PORT"]) == str(postgresql.port)


def test_digests_in_parallel_bring_everything_once():
    topic_in(forum_of(), title="Ubytovna se zavírá")
    now = timezone.now()
    for number in range(READERS):
        visitor_subscription(email=f"reader{number}@example.org", frequency="daily", hour=0, next_at=now)
    happened()

    in_parallel(lambda moment: run_digests(now=moment), now + timedelta(days=1))

    got = Counter(OutgoingMail.objects.filter(purpose="digest").values_list("to", flat=True))
    assert len(got) == READERS
    assert set(got.values()) == {1}
    assert DigestMail.objects.count() == READERS
    assert DigestItem.objects.count() == 2 * READERS
    assert not DigestSubscription.objects.filter(next_at__lte=now + timedelta(days=1)).exists()


def test_mails_at_once_in_parallel_leave_once():
    topic = topic_in()
    for _ in range(20):
        follower(topic, level="instant")
    reply_to(topic)
    happened()
    ten_minutes_later()

    in_parallel(lambda _: send_instant(), None)

    got = Counter(OutgoingMail.objects.filter(purpose="instant").values_list("to", flat=True))
    assert len(got) == 20
    assert set(got.values()) == {1}
    assert not InstantMail.objects.exclude(state="mailed").exists()


def test_many_events_at_the_same_moment_count_right_in_one_line():
    topic = topic_in()
    reader = follower(topic)
    happened()
    for number in range(3):
        reply_to(topic, text=f"Odpověď {number}")
    events = list(topic_events("forums.post_created"))
    for event_id in events:
        outbox.dispatch(event_id)
    waiting = EventDelivery.objects.filter(handler="notifications.tell:forums.post_created", state="pending")
    deliveries = list(waiting.values_list("pk", flat=True))

    in_parallel(lambda ids: [outbox.deliver(pk) for pk in ids], deliveries)

    row = Notification.objects.get(person=reader)
    reader.refresh_from_db()
    assert (row.count, reader.unread_count) == (3, 1)


def topic_events(name):
    return OutboxEvent.objects.filter(name=name).order_by("pk").values_list("pk", flat=True)
