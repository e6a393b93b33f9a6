"""Bodies do not stay: emptied when the time of their purpose is over, never before they are sent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mail.emptying import empty_old_mails
from mail.models import MailState, OutgoingMail
from tests.mail.test_queue import a_mail

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "days", "emptied"),
    [("sent", 15, True), ("sent", 13, False), ("failed", 15, True), ("skipped", 15, True), ("waiting", 90, False)],
)
def test_what_is_done_and_old_is_emptied(state: str, days: int, emptied: bool) -> None:
    mail = a_mail(headers={"List-Unsubscribe": "<https://example.org/secret>"})
    OutgoingMail.objects.update(state=MailState(state), created_at=timezone.now() - timedelta(days=days))
    assert empty_old_mails() == int(emptied)
    mail.refresh_from_db()
    assert (mail.text == "", mail.html == "", mail.headers == {}) == (emptied, emptied, emptied)
