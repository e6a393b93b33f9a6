"""Sends what is due, security first. A row is claimed by one conditional UPDATE: two workers never send one mail.

While the mail server cannot be reached nothing is claimed and no try is counted: the rows wait, however long it takes.
"""

import smtplib
from collections.abc import Iterator
from datetime import timedelta

import structlog
from django.db.models import F, QuerySet
from django.utils import timezone

from mail.bounces import HARD, record_bounce
from mail.checks import reason_to_skip
from mail.message import build
from mail.models import MAX_ATTEMPTS, MailState, OutgoingMail
from mail.purposes import purpose as purpose_of
from mail.transport import ServerDownError, Transport

log = structlog.get_logger(__name__)

BATCH = 50
CLAIM_LOST_AFTER = timedelta(minutes=15)
FIRST_WAIT = timedelta(minutes=1)


def send_due_mails(*, limit: int = 1000) -> int:
    """Send up to `limit` mails that are due, over one connection; return how many left."""
    release_lost_claims()
    sent = 0
    with Transport() as transport:
        for pk in _due_ids(limit):
            try:
                transport.open()
            except ServerDownError as error:
                log.warning("mail.server_down", error=str(error))
                break
            sent += _send_one(pk, transport)
    return sent


def release_lost_claims() -> int:
    """Give back rows whose worker died while sending; return how many. Their Message-ID stays the same."""
    lost = OutgoingMail.objects.filter(state=MailState.SENDING, claimed_at__lt=timezone.now() - CLAIM_LOST_AFTER)
    given_up = lost.filter(attempts__gte=MAX_ATTEMPTS).update(state=MailState.FAILED, reason="sender died")
    return given_up + lost.update(state=MailState.WAITING, last_error="the sender died")


def retry_failed() -> int:
    """Give mails that were given up another eight tries, unless their body is gone; return how many."""
    rows = OutgoingMail.objects.filter(state=MailState.FAILED, emptied_at__isnull=True)
    return rows.update(state=MailState.WAITING, attempts=0, next_try_at=timezone.now(), reason="")


def claim(pk: int) -> OutgoingMail | None:
    """Take a waiting row for this worker alone; None when another one has it."""
    now = timezone.now()
    waiting = OutgoingMail.objects.filter(pk=pk, state=MailState.WAITING, next_try_at__lte=now)
    if not waiting.update(state=MailState.SENDING, claimed_at=now, attempts=F("attempts") + 1):
        return None
    return OutgoingMail.objects.get(pk=pk)


def _due() -> QuerySet[OutgoingMail]:
    rows = OutgoingMail.objects.filter(state=MailState.WAITING, next_try_at__lte=timezone.now())
    return rows.order_by("priority", "next_try_at", "pk")


def _due_ids(limit: int) -> Iterator[int]:
    """Yield ids batch by batch, asking again each time: a security mail that arrives meanwhile overtakes."""
    seen: set[int] = set()
    while len(seen) < limit:
        batch = [pk for pk in _due().values_list("pk", flat=True)[: BATCH + len(seen)] if pk not in seen][:BATCH]
        if not batch:
            return
        seen.update(batch)
        yield from batch


def _send_one(pk: int, transport: Transport) -> bool:
    mail = claim(pk)
    if mail is None:
        return False
    if reason := reason_to_skip(mail):
        _finish(mail, MailState.SKIPPED, reason=reason)
        return False
    try:
        transport.send(build(mail))
    except smtplib.SMTPRecipientsRefused as error:
        _refused(mail, error=error)
    except Exception as error:
        # One mail that cannot be sent must not stop the others.
        transport.drop()
        _try_later(mail, error=_short(error))
    else:
        _finish(mail, MailState.SENT)
        return True
    return False


def _refused(mail: OutgoingMail, *, error: smtplib.SMTPRecipientsRefused) -> None:
    """A final refusal (5xx) ends the mail and counts as a hard bounce; a passing one is tried again."""
    code, answer = next(iter(error.recipients.values()), (550, b""))
    words = f"{code} {answer.decode('utf-8', 'replace') if isinstance(answer, bytes) else answer}"
    if code >= 500:
        _finish(mail, MailState.FAILED, reason="refused by the recipient's server", error=words)
        record_bounce(mail.to, points=HARD, detail=words)
    else:
        _try_later(mail, error=words)


def _try_later(mail: OutgoingMail, *, error: str) -> None:
    log.warning("mail.not_sent", mail_id=mail.pk, purpose=mail.purpose, tries=mail.attempts)
    if mail.attempts >= MAX_ATTEMPTS:
        _finish(mail, MailState.FAILED, reason="given up after eight tries", error=error)
        return
    mail.state, mail.last_error = MailState.WAITING, error[:500]
    mail.next_try_at = timezone.now() + FIRST_WAIT * 2 ** (mail.attempts - 1)
    mail.save(update_fields=["state", "last_error", "next_try_at"])


def _finish(mail: OutgoingMail, state: MailState, *, reason: str = "", error: str = "") -> None:
    now = timezone.now()
    mail.state, mail.reason, mail.last_error = state, reason[:200], error[:500]
    if state == MailState.SENT:
        mail.sent_at = now
    if not purpose_of(mail.purpose).keep_body:
        mail.text, mail.html, mail.headers, mail.emptied_at = "", "", {}, now
    mail.save()


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:500]
