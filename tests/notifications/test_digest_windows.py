"""Nobody gets an item twice and none is lost: early, late, twice, in parallel, killed half way."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from mail.models import OutgoingMail
from notifications.digests import batch
from notifications.digests.run import run_digests
from notifications.models import DigestItem, DigestMail, DigestRun, DigestSubscription, Release
from tests.factories.forums import forum_of, topic_in
from tests.factories.notifications import at, happened, visitor_subscription

pytestmark = pytest.mark.django_db

TUESDAY = at("2026-11-24T07:00:00+01:00")
WEEK = timedelta(days=7)


def subscription(**fields: Any) -> DigestSubscription:
    return visitor_subscription(**{"last_cutoff": TUESDAY - WEEK, "next_at": TUESDAY, **fields})


def released(when: datetime, *, title: str = "Téma", forum: Any = None) -> Any:
    topic = topic_in(forum, title=title)
    happened()
    Release.objects.filter(item_kind="topic", item_id=topic.pk).update(released_at=when)
    Release.objects.filter(item_kind="platform").update(released_at=TUESDAY - 100 * WEEK)
    return topic


def sent() -> list[str]:
    return [mail.text for mail in OutgoingMail.objects.filter(purpose="digest").order_by("pk")]


def test_on_time_it_brings_what_is_new_since_the_last() -> None:
    row = subscription()
    released(TUESDAY - timedelta(days=2), title="V okně")
    released(TUESDAY + timedelta(minutes=5), title="Až příště")
    released(TUESDAY - timedelta(days=9), title="Dávno pryč")
    run_digests(now=TUESDAY + timedelta(minutes=10))
    assert len(sent()) == 1
    assert "V okně" in sent()[0]
    assert "Až příště" not in sent()[0]
    assert "Dávno pryč" not in sent()[0]
    row.refresh_from_db()
    assert (row.last_cutoff, row.next_at) == (TUESDAY, TUESDAY + WEEK)


@pytest.mark.parametrize("minutes", [10, 1])
def test_a_job_that_comes_early_does_nothing(minutes: int) -> None:
    subscription()
    released(TUESDAY - timedelta(days=2))
    assert run_digests(now=TUESDAY - timedelta(minutes=minutes)) is None
    assert sent() == []


def test_three_days_late_the_cut_off_is_tuesday_all_the_same() -> None:
    row = subscription()
    released(TUESDAY - timedelta(hours=1), title="Před úterkem")
    released(TUESDAY + timedelta(days=2), title="Po úterku")
    run_digests(now=TUESDAY + timedelta(days=3))
    row.refresh_from_db()
    assert (row.last_cutoff, row.next_at) == (TUESDAY, TUESDAY + WEEK)
    run_digests(now=TUESDAY + WEEK)
    assert ["Před úterkem" in text for text in sent()] == [True, False]
    assert ["Po úterku" in text for text in sent()] == [False, True]


def test_three_weeks_late_one_mail_brings_everything() -> None:
    subscription()
    for week in range(3):
        released(TUESDAY + week * WEEK - timedelta(hours=1), title=f"Týden {week}")
    run_digests(now=TUESDAY + 2 * WEEK + timedelta(hours=1))
    assert len(sent()) == 1
    assert all(f"Týden {week}" in sent()[0] for week in range(3))


def test_twice_brings_one_mail() -> None:
    subscription()
    released(TUESDAY - timedelta(days=2))
    run_digests(now=TUESDAY)
    assert run_digests(now=TUESDAY + timedelta(minutes=15)) is None
    assert len(sent()) == 1


def test_what_came_late_into_an_old_window_is_brought_by_the_next_once() -> None:
    subscription()
    released(TUESDAY - timedelta(days=2), title="První")
    run_digests(now=TUESDAY)
    released(TUESDAY - timedelta(hours=20), title="Opožděné")
    released(TUESDAY + timedelta(days=1), title="Druhé")
    run_digests(now=TUESDAY + WEEK)
    run_digests(now=TUESDAY + 2 * WEEK)
    assert len(sent()) == 2
    assert ["Opožděné" in text for text in sent()] == [False, True]
    assert ["První" in text for text in sent()] == [True, False]


def test_killed_half_way_nothing_is_written_and_the_next_run_does_it_all(monkeypatch) -> None:
    forum = forum_of()
    for number in range(3):
        subscription(email=f"reader{number}@example.org")
    released(TUESDAY - timedelta(days=2), forum=forum)
    monkeypatch.setattr("notifications.digests.run.BATCH", 2)
    calls = []

    def die(mails: Any) -> int:
        calls.append(len(calls))
        if len(calls) == 2:
            raise KeyboardInterrupt
        return batch_queue(mails)

    batch_queue = batch.queue_mails
    monkeypatch.setattr(batch, "queue_mails", die)
    with pytest.raises(KeyboardInterrupt):
        run_digests(now=TUESDAY)
    assert (len(sent()), DigestMail.objects.count()) == (2, 2)
    run_digests(now=TUESDAY + timedelta(minutes=15))
    assert sorted(OutgoingMail.objects.filter(purpose="digest").values_list("to", flat=True)) == [
        f"reader{number}@example.org" for number in range(3)
    ]
    assert DigestItem.objects.count() == 3


def test_a_digest_that_cannot_be_written_stops_no_other_and_is_tried_again(monkeypatch) -> None:
    subscription(email="bad@example.org", language="cs")
    subscription(email="good@example.org", language="en")
    released(TUESDAY - timedelta(days=2))
    right = batch.DigestWriter.write

    def write(self: Any, releases: Any, recipient: Any, **rest: Any) -> Any:
        if recipient.to == "bad@example.org":
            raise ZeroDivisionError
        return right(self, releases, recipient, **rest)

    monkeypatch.setattr(batch.DigestWriter, "write", write)
    run = run_digests(now=TUESDAY)
    assert run is not None
    assert (run.queued, run.failed) == (1, 1)
    monkeypatch.setattr(batch.DigestWriter, "write", right)
    run_digests(now=TUESDAY + timedelta(minutes=15))
    assert OutgoingMail.objects.filter(purpose="digest").count() == 2


def test_nothing_new_no_mail_but_the_cut_off_moves_and_the_log_says_why() -> None:
    row = subscription()
    run_digests(now=TUESDAY)
    assert sent() == []
    assert DigestMail.objects.get().skipped == "nothing new"
    row.refresh_from_db()
    assert row.last_cutoff == TUESDAY
    assert DigestRun.objects.get().skipped == 1


@pytest.mark.parametrize("field", ["ended_at", "paused_at"])
def test_what_ended_or_rests_brings_nothing(field: str) -> None:
    subscription(**{field: TUESDAY - WEEK})
    released(TUESDAY - timedelta(days=2))
    assert run_digests(now=TUESDAY) is None


def test_what_nobody_confirmed_brings_nothing() -> None:
    subscription(confirmed_at=None)
    released(TUESDAY - timedelta(days=2))
    assert run_digests(now=TUESDAY) is None
