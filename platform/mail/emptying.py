"""Empties the bodies of finished mails when the time of their purpose is over; the row keeps its state and reason."""

from django.utils import timezone

from mail.models import MailState, OutgoingMail
from mail.purposes import OTHER, PURPOSES, Purpose

DONE = (MailState.SENT, MailState.FAILED, MailState.SKIPPED)


def empty_old_mails() -> int:
    """Empty text, HTML and headers of what is done and old; return how many."""
    known = sum(_empty(word, rule) for word, rule in PURPOSES.items())
    return known + _empty(None, OTHER)


def _empty(word: str | None, rule: Purpose) -> int:
    now = timezone.now()
    rows = OutgoingMail.objects.filter(state__in=DONE, emptied_at__isnull=True, created_at__lte=now - rule.keep_body)
    rows = rows.exclude(purpose__in=PURPOSES) if word is None else rows.filter(purpose=word)
    return rows.update(text="", html="", headers={}, check_ref={}, emptied_at=now)
