"""Against a real SMTP server: what is due leaves once, security first, and no fault loses or doubles a mail."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from mail.bounces import record_bounce, record_complaint
from mail.checks import register_recheck
from mail.delivery import CLAIM_LOST_AFTER, claim, send_due_mails
from mail.models import MAX_ATTEMPTS, MailState, OutgoingMail, Suppression
from tests.mail.smtp import Mailbox, smtp_server
from tests.mail.test_queue import a_mail

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with smtp_server() as mailbox:
        yield mailbox


def due_again(mail: OutgoingMail) -> None:
    OutgoingMail.objects.filter(pk=mail.pk).update(next_try_at=timezone.now())


def test_everything_due_leaves_over_one_connection_security_first(box: Mailbox) -> None:
    a_mail(to="digest@example.org", purpose="digest")
    a_mail(to="post@example.org", purpose="instant")
    a_mail(to="reset@example.org", purpose="security")
    assert send_due_mails() == 3
    assert box.recipients == ["reset@example.org", "post@example.org", "digest@example.org"]
    assert box.connections["all"] == 1


def test_a_mail_leaves_once(box: Mailbox) -> None:
    a_mail()
    assert (send_due_mails(), send_due_mails()) == (1, 0)
    assert len(box.messages) == 1


def test_a_later_mail_waits_for_its_time(box: Mailbox) -> None:
    a_mail(send_after=timezone.now() + timedelta(minutes=10))
    assert send_due_mails() == 0


def test_the_message_has_text_html_and_the_headers_of_a_robot(box: Mailbox) -> None:
    mail = a_mail(headers={"List-Id": "<topic.7.example.org>", "List-Unsubscribe": "<https://example.org/u/1>"})
    send_due_mails()
    message = box.messages[0]
    assert message["Message-ID"] == mail.message_id
    assert re.fullmatch(r"<mail\.[0-9a-f]{32}@localhost>", mail.message_id)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Id"] == "<topic.7.example.org>"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_a_refused_recipient_ends_that_mail_and_no_other(box: Mailbox) -> None:
    box.refused = {"gone@example.org": "550 no such mailbox"}
    gone, there = a_mail(to="gone@example.org"), a_mail(to="there@example.org")
    assert send_due_mails() == 1
    gone.refresh_from_db()
    there.refresh_from_db()
    assert (gone.state, there.state) == (MailState.FAILED, MailState.SENT)
    assert "no such mailbox" in gone.last_error
    assert Suppression.objects.get(address="gone@example.org").score == 2
    assert box.recipients == ["there@example.org"]


def test_a_recipient_refused_for_now_is_tried_again(box: Mailbox) -> None:
    box.refused = {"full@example.org": "452 mailbox full"}
    mail = a_mail(to="full@example.org")
    send_due_mails()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (MailState.WAITING, 1)
    assert mail.next_try_at > timezone.now()
    box.refused = {}
    due_again(mail)
    assert send_due_mails() == 1


def test_a_dropped_connection_loses_and_doubles_nothing(box: Mailbox) -> None:
    mails = [a_mail(to=f"p{n}@example.org") for n in range(3)]
    box.drop_before_data = 1
    assert send_due_mails() == 2
    for mail in mails:
        due_again(mail)
    assert send_due_mails() == 1
    assert sorted(box.recipients) == ["p0@example.org", "p1@example.org", "p2@example.org"]


def test_after_eight_tries_a_mail_waits_for_an_operator(box: Mailbox) -> None:
    box.refused = {"full@example.org": "452 mailbox full"}
    mail = a_mail(to="full@example.org")
    for _ in range(MAX_ATTEMPTS):
        due_again(mail)
        send_due_mails()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.reason) == (MailState.FAILED, 8, "given up after eight tries")
    box.refused = {}
    call_command("mails", "--retry", stdout=StringIO())
    assert send_due_mails() == 1


@override_settings(
    EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1, EMAIL_TIMEOUT=1
)
def test_with_the_server_down_mails_wait_without_counting() -> None:
    mail = a_mail()
    assert send_due_mails() == 0
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (MailState.WAITING, 0)


def test_two_workers_never_have_the_same_mail() -> None:
    mail = a_mail()
    assert claim(mail.pk) is not None
    assert claim(mail.pk) is None


def test_a_claim_of_a_dead_worker_is_given_back(box: Mailbox) -> None:
    mail = a_mail()
    claim(mail.pk)
    assert send_due_mails() == 0
    OutgoingMail.objects.update(claimed_at=timezone.now() - CLAIM_LOST_AFTER - timedelta(seconds=1))
    assert send_due_mails() == 1


@pytest.mark.parametrize(("purpose", "leaves"), [("instant", 0), ("digest", 0), ("security", 1), ("account", 1)])
def test_a_stopped_address_gets_only_what_is_necessary(box: Mailbox, purpose: str, leaves: int) -> None:
    record_complaint("Jana@example.org")
    mail = a_mail(purpose=purpose)
    assert send_due_mails() == leaves
    mail.refresh_from_db()
    assert mail.reason == ("" if leaves else "the address is stopped")


def test_what_may_no_longer_be_read_is_not_sent(box: Mailbox) -> None:
    register_recheck("check-test", _not_hers)
    kept, skipped = a_mail(purpose="check-test", check_ref={"post": 1}), a_mail(purpose="check-test", check_ref={})
    assert send_due_mails() == 1
    skipped.refresh_from_db()
    kept.refresh_from_db()
    assert (skipped.state, skipped.reason) == (MailState.SKIPPED, "she may not read it any more")
    assert kept.state == MailState.SENT


def _not_hers(mail: OutgoingMail) -> str | None:
    return None if mail.check_ref else "she may not read it any more"


def test_security_mails_stand_in_no_archive(box: Mailbox) -> None:
    reset, post = a_mail(purpose="security"), a_mail(purpose="instant")
    send_due_mails()
    reset.refresh_from_db()
    post.refresh_from_db()
    assert (reset.text, reset.html) == ("", "")
    assert post.text == "Text"


@pytest.mark.parametrize(
    ("points", "stopped"), [([1, 1, 1], False), ([1, 1, 2], True), ([2, 2], True), ([2, 1], False)]
)
def test_bounces_add_up(points: list[int], stopped: bool) -> None:
    answers = [record_bounce("x@example.org", points=p) for p in points]
    assert answers[-1] is stopped


def test_the_command_counts_mails_by_state(box: Mailbox) -> None:
    box.refused = {"gone@example.org": "550 no such mailbox"}
    a_mail(to="gone@example.org")
    a_mail()
    send_due_mails()
    out = StringIO()
    call_command("mails", stdout=out)
    assert out.getvalue().splitlines() == ["failed: 1 (refused by the recipient's server: 1)", "sent: 1"]
