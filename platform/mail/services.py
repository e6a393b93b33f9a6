"""Writes outgoing mails in the caller's transaction. Nothing here talks to a mail server."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Required, TypedDict, Unpack
from urllib.parse import urlsplit
from uuid import uuid4

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from mail.models import OutgoingMail
from mail.purposes import purpose as purpose_of
from mail.tasks import send_due

log = structlog.get_logger(__name__)


class MailOptions(TypedDict, total=False):
    """What a mail may have beside its text: person, headers, when, and what it is about."""

    person: Any
    headers: Mapping[str, str] | None
    send_after: datetime | None
    message_id: str | None
    dedupe_key: str | None
    about: tuple[str, int] | None
    check_ref: Mapping[str, Any] | None


class MailParts(MailOptions):
    """Everything of a mail, for those who write many at once."""

    to: Required[str]
    subject: Required[str]
    text: Required[str]
    html: Required[str]
    purpose: Required[str]
    language: Required[str]


def queue_mail(
    *, to: str, subject: str, text: str, html: str, purpose: str, language: str, **options: Unpack[MailOptions]
) -> OutgoingMail:
    """Write a mail in the caller's transaction and wake the sender after commit; return the row.

    A `dedupe_key` used before returns the earlier row and writes nothing. With the broker down the row waits for beat.
    `headers` are added to those every mail has; `check_ref` is for the function that checks access before sending.
    """
    row = _row(to=to, purpose=purpose, options=options)
    row.update(subject=_one_line(subject)[:400], text=text, html=html, language=language)
    key = options.get("dedupe_key")
    if key is None:
        mail, created = OutgoingMail.objects.create(**row), True
    else:
        mail, created = OutgoingMail.objects.get_or_create(dedupe_key=key, defaults=row)
    if created and mail.send_after <= timezone.now():
        transaction.on_commit(wake)
    return mail


def queue_mails(mails: Iterable[MailParts]) -> int:
    """Write many mails by one statement in the caller's transaction; return how many.

    A mail whose `dedupe_key` was used before is left out without a word.
    """
    rows = []
    for parts in mails:
        row = _row(to=parts["to"], purpose=parts["purpose"], options=parts)
        texts = {name: parts[name] for name in ("text", "html", "language")}
        key = parts.get("dedupe_key")
        rows.append(OutgoingMail(**row, **texts, subject=_one_line(parts["subject"])[:400], dedupe_key=key))
    OutgoingMail.objects.bulk_create(rows, ignore_conflicts=True, batch_size=200)
    if any(row.send_after <= timezone.now() for row in rows):
        transaction.on_commit(wake)
    return len(rows)


def new_message_id(word: str = "mail") -> str:
    """Return a Message-ID of our host that nobody has used, such as `<mail.3f2a…@mosty.example>`."""
    return f"<{word}.{uuid4().hex}@{mail_host()}>"


def mail_host() -> str:
    """Return the host that stands in Message-ID and List-Id."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def wake() -> None:
    """Ask a worker to send what is due; when the broker is down the rows wait for beat."""
    try:
        send_due.apply_async(retry=False)
    except (OperationalError, OSError) as error:
        log.warning("mail.broker_down", error=type(error).__name__)


def _row(*, to: str, purpose: str, options: MailOptions) -> dict[str, Any]:
    after = options.get("send_after") or timezone.now()
    kind, about_id = options.get("about") or ("", None)
    return {
        "to": to.strip(),
        "person": options.get("person"),
        "purpose": purpose,
        "priority": purpose_of(purpose).priority,
        "headers": {name: _one_line(value) for name, value in (options.get("headers") or {}).items()},
        "message_id": options.get("message_id") or new_message_id(),
        "about_kind": kind,
        "about_id": about_id,
        "check_ref": dict(options.get("check_ref") or {}),
        "send_after": after,
        "next_try_at": after,
    }


def _one_line(text: str) -> str:
    return " ".join(str(text).split())
