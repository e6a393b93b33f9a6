"""Mails are rows: written with their cause, once per key, and they wait when the broker is down."""

import pytest
from django.db import transaction
from kombu.exceptions import OperationalError

from mail import services
from mail.models import MailState, OutgoingMail
from mail.services import queue_mail

pytestmark = pytest.mark.django_db


def a_mail(**changes: object) -> OutgoingMail:
    parts = {
        "to": "jana@example.org",
        "subject": "Nová zpráva",
        "text": "Text",
        "html": "<p>Text</p>",
        "purpose": "instant",
        "language": "cs",
    }
    return queue_mail(**{**parts, **changes})


def test_a_mail_waits_for_the_sender() -> None:
    mail = a_mail()
    assert (mail.state, mail.attempts, mail.sent_at) == (MailState.WAITING, 0, None)


def test_nothing_is_left_when_the_cause_is_rolled_back() -> None:
    with transaction.atomic():
        a_mail()
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


def test_the_same_key_writes_one_row() -> None:
    first, second = a_mail(dedupe_key="digest:7:2026-11-22"), a_mail(dedupe_key="digest:7:2026-11-22")
    assert first.pk == second.pk
    assert OutgoingMail.objects.count() == 1


def test_the_sender_is_woken_after_commit(django_capture_on_commit_callbacks, monkeypatch) -> None:
    woken = []
    monkeypatch.setattr(services.send_due, "apply_async", lambda **options: woken.append(options))
    with django_capture_on_commit_callbacks(execute=True):
        a_mail()
        assert not woken
    assert woken == [{"retry": False}]


def test_the_broker_may_be_down(django_capture_on_commit_callbacks, monkeypatch) -> None:
    def refuse(**_options: object) -> None:
        raise OperationalError("no broker")

    monkeypatch.setattr(services.send_due, "apply_async", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        a_mail()
    assert OutgoingMail.objects.get().state == MailState.WAITING


def test_line_breaks_cannot_smuggle_headers() -> None:
    mail = a_mail(subject="Ahoj\r\nBcc: all@example.org", headers={"List-Id": "a\nb"})
    assert mail.subject == "Ahoj Bcc: all@example.org"
    assert mail.headers == {"List-Id": "a b"}


@pytest.mark.parametrize(
    ("purpose", "earlier"), [("security", "instant"), ("account", "digest"), ("instant", "digest")]
)
def test_purposes_have_their_turn(purpose: str, earlier: str) -> None:
    assert a_mail(purpose=purpose).priority < a_mail(purpose=earlier).priority
