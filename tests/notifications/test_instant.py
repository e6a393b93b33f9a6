"""Mails at once: when, with which text and headers, for whom not, and how many a day."""

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.services import change_mail_choice, suspend
from core.kinds import get_kind
from core.richtext import render
from following.services import set_level
from forums.services import Writing, edit_post, hide_topic
from mail.delivery import send_due_mails
from mail.models import MailState, OutgoingMail
from moderation.services import hide_item
from notifications.instant.plan import next_morning, plan
from notifications.instant.sending import send_instant
from notifications.models import DeliveryChoice, InstantMail
from platforms.services import leave
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.notifications import at, follower, happened, ten_minutes_later
from tests.factories.platforms import PlatformFactory, member_of
from tests.mail.smtp import Mailbox, smtp_server

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with smtp_server() as mailbox:
        yield mailbox


def delivered(box: Mailbox) -> list[EmailMessage]:
    """Let ten minutes pass, queue and send."""
    happened()
    ten_minutes_later()
    send_instant()
    send_due_mails()
    return box.messages


def test_nothing_leaves_in_the_first_ten_minutes() -> None:
    topic = topic_in()
    follower(topic, level="instant")
    post = reply_to(topic)
    happened()
    assert send_instant(now=post.created_at + timedelta(minutes=9)) == 0
    assert send_instant(now=post.created_at + timedelta(minutes=11)) == 1
    assert send_instant(now=post.created_at + timedelta(minutes=12)) == 0


def test_the_mail_has_the_text_as_its_author_mended_it(box: Mailbox) -> None:
    topic = topic_in()
    follower(topic, level="instant")
    post = reply_to(topic, text="Kauce je 20 000.")
    happened()
    edit_post(post, by=post.author, writing=Writing(body=render("Kauce je 12 000.", source_format="plain")))
    mail = delivered(box)[0]
    text = mail.get_body(("plain",)).get_content()
    assert "Kauce je 12 000." in text
    assert "20 000" not in text
    assert f"/go/post/{post.pk}/" in text
    assert "Kauce je 12 000." in mail.get_body(("html",)).get_content()


def test_headers_say_list_thread_robot_and_one_click(box: Mailbox) -> None:
    topic = topic_in(title="Kauce a první nájem")
    reader = follower(topic, level="instant")
    post = reply_to(topic)
    mail = delivered(box)[0]
    row = InstantMail.objects.get(person=reader)
    name = get_kind("platform").title(topic.platform)
    assert mail["Subject"].strip() == f"[{name}] Kauce a první nájem"
    assert mail["References"] == mail["In-Reply-To"] == f"<topic.{topic.pk}@localhost>"
    assert mail["List-Id"] == f"<forum-{topic.forum_id}.platform-{topic.platform_id}.localhost>"
    assert mail["List-Archive"] == f"<http://localhost:8000/go/forum/{topic.forum_id}/>"
    assert re.fullmatch(rf"<post\.{post.pk}\.[0-9a-f]{{32}}@localhost>", mail["Message-ID"].strip())
    assert mail["List-Unsubscribe"].strip() == f"<http://localhost:8000/mail/u/{row.token}/>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert row.token in mail.get_body(("html",)).get_content()


def test_every_mail_of_a_topic_has_one_subject_and_one_root(box: Mailbox) -> None:
    forum = forum_of()
    follower(forum, kind="forum", level="instant")
    topic = topic_in(forum)
    reply_to(topic)
    mails = delivered(box)
    assert len(mails) == 2
    assert len({mail["Subject"] for mail in mails}) == 1
    assert {mail["References"] for mail in mails} == {f"<topic.{topic.pk}@localhost>"}
    assert len({mail["Message-ID"] for mail in mails}) == 2


def test_each_reader_has_it_in_her_language_and_zone(box: Mailbox) -> None:
    topic = topic_in()
    follower(topic, level="instant", language="cs", time_zone="Europe/Prague", email="cs@example.org")
    follower(topic, level="instant", language="en", time_zone="Asia/Nicosia", email="en@example.org")
    post = reply_to(topic, at=timezone.now() - timedelta(days=1))
    bodies = {str(mail["To"]): mail.get_body(("plain",)).get_content() for mail in delivered(box)}
    prague = post.created_at.astimezone(ZoneInfo("Europe/Prague"))
    nicosia = post.created_at.astimezone(ZoneInfo("Asia/Nicosia"))
    assert f"{prague.hour}:{prague:%M}" in bodies["cs@example.org"]
    assert f"{nicosia:%H:%M}" in bodies["en@example.org"]
    assert "replied in" in bodies["en@example.org"]


@pytest.mark.parametrize(
    "what", ["hidden", "topic hidden", "left", "muted", "only on the site", "refused", "suspended"]
)
@pytest.mark.parametrize("when", ["before it is written", "before it is sent"])
def test_what_ended_meanwhile_is_not_sent(box: Mailbox, what: str, when: str) -> None:
    platform = PlatformFactory()
    reader = member_of(platform, mail_choice="weekly")
    topic = topic_in(forum_of(platform, slug="members"))
    set_level(by=reader, kind="topic", object_id=topic.pk, level="instant")
    post = reply_to(topic)
    happened()
    ten_minutes_later()
    if when == "before it is sent":
        send_instant()
    _end(what, post=post, reader=reader)
    send_instant()
    if when == "before it is written" and what in {"muted", "only on the site", "refused"}:
        assert OutgoingMail.objects.count() == 1
    assert send_due_mails() == 0
    assert box.messages == []
    assert all(mail.state == MailState.SKIPPED and mail.reason for mail in OutgoingMail.objects.all())


def _end(what: str, *, post: object, reader: object) -> None:
    topic = post.topic
    actions = {
        "hidden": lambda: hide_item(get_kind("post"), post, by=topic.author, reason="Reklama"),
        "topic hidden": lambda: hide_topic(topic, by=topic.author),
        "left": lambda: leave(topic.platform, by=reader),
        "muted": lambda: set_level(by=reader, kind="topic", object_id=topic.pk, level="none"),
        "only on the site": lambda: change_mail_choice(reader, by=reader, choice="site"),
        "refused": lambda: DeliveryChoice.objects.create(
            person=reader, notice="forums.reply", channel="mail", wanted=False
        ),
        "suspended": lambda: suspend(reader, by=topic.author, reason="Spam"),
    }
    actions[what]()


def waiting(number: int, *, collected: bool = False) -> list[InstantMail]:
    return [InstantMail(key=str(n), collected=collected) for n in range(number)]


@pytest.mark.parametrize(
    ("fresh", "late", "sent", "single", "together", "held"),
    [
        (3, 0, 0, 3, 0, 0),
        (20, 0, 0, 20, 0, 0),
        (25, 0, 0, 20, 0, 5),
        (3, 0, 19, 1, 0, 2),
        (3, 0, 20, 0, 0, 3),
        (0, 5, 0, 0, 5, 0),
        (20, 5, 0, 19, 5, 1),
        (2, 5, 30, 0, 5, 2),
    ],
)
def test_twenty_a_day_then_together(fresh: int, late: int, sent: int, single: int, together: int, held: int) -> None:
    planned = plan([*waiting(fresh), *waiting(late, collected=True)], sent_today=sent)
    assert (len(planned.single), len(planned.together), len(planned.held)) == (single, together, held)


def test_the_rest_comes_in_the_morning_where_she_lives() -> None:
    assert next_morning(at("2026-11-22T23:30:00+00:00"), zone="Europe/Prague") == at("2026-11-24T07:00:00+01:00")
    assert next_morning(at("2026-03-28T12:00:00+00:00"), zone="Europe/Prague") == at("2026-03-29T07:00:00+02:00")


def test_what_is_over_the_number_leaves_as_one_mail(box: Mailbox, monkeypatch) -> None:
    monkeypatch.setattr("notifications.instant.plan.plan.__kwdefaults__", {"limit": 2}, raising=False)
    topic = topic_in()
    reader = follower(topic, level="instant")
    for n in range(5):
        reply_to(topic, text=f"Odpověď {n}")
    assert len(delivered(box)) == 2
    assert InstantMail.objects.filter(person=reader, collected=True, state="waiting").count() == 3
    ten_minutes_later()
    send_instant()
    send_due_mails()
    assert len(box.messages) == 3
    assert box.messages[2].get_body(("plain",)).get_content().count("/go/post/") == 3


def test_a_collected_mail_leaves_without_what_was_hidden_meanwhile(box: Mailbox) -> None:
    topic = topic_in()
    follower(topic, level="instant")
    posts = [reply_to(topic, text=f"Odpověď {n}") for n in range(3)]
    happened()
    ten_minutes_later()
    InstantMail.objects.update(collected=True)
    send_instant()
    hide_item(get_kind("post"), posts[1], by=topic.author, reason="Reklama")
    send_due_mails()
    body = box.messages[0].get_body(("plain",)).get_content()
    assert [f"/go/post/{post.pk}/" in body for post in posts] == [True, False, True]


def test_names_in_a_text_are_those_its_reader_may_see(box: Mailbox) -> None:
    topic = topic_in()
    hidden = topic_in(forum_of(PlatformFactory(), slug="members"), title="Tajné téma")
    follower(topic, level="instant")
    reply_to(topic, text=f"Viz /go/topic/{hidden.pk}/")
    body = delivered(box)[0].as_string()
    assert "Tajné" not in body


def _statements(people: int) -> int:
    topic = topic_in()
    for _ in range(people):
        follower(topic, level="instant")
    reply_to(topic)
    happened()
    ten_minutes_later()
    with CaptureQueriesContext(connection) as captured:
        assert send_instant() == people
    return len(captured)


def test_a_further_reader_costs_one_statement_the_mail_itself() -> None:
    few, many = _statements(3), _statements(30)
    assert many - few <= 27 + 2
