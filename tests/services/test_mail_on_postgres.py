"""Several workers at once, on PostgreSQL and a real SMTP server: every mail leaves, and none leaves twice."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from mail.delivery import send_due_mails
from mail.models import MailState, OutgoingMail
from tests.mail.smtp import smtp_server
from tests.mail.test_queue import a_mail
from tests.services.engines import PostgreSQL

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

WORKERS = 4
MAILS = 60


@pytest.fixture(autouse=True)
def _on_postgresql(postgresql: PostgreSQL) -> None:
    assert connection.vendor == "postgresql"


def worker(_number: int) -> int:
    """Send what is due as one worker process would, on a connection of its own."""
    try:
        return send_due_mails()
    finally:
        connection.close()


def test_four_workers_send_each_mail_once() -> None:
    for number in range(MAILS):
        a_mail(to=f"p{number}@example.org")
    with smtp_server() as box, ThreadPoolExecutor(WORKERS) as pool:
        sent = sum(pool.map(worker, range(WORKERS)))
    assert sent == MAILS
    assert set(Counter(box.recipients).values()) == {1}
    assert OutgoingMail.objects.filter(state=MailState.SENT).count() == MAILS


def test_a_key_used_by_four_at_once_makes_one_mail() -> None:
    def write(_number: int) -> int:
        try:
            return a_mail(dedupe_key="digest:7").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        assert len(set(pool.map(write, range(WORKERS)))) == 1
    assert OutgoingMail.objects.count() == 1
