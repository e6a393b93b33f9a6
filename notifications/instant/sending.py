"""Turns what is due into mails, in batches. A row is locked while it becomes a mail, so it becomes one only once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from core.viewer import Viewer, viewers_for
from mail.purposes import INSTANT
from mail.services import MailParts, new_message_id, queue_mails
from notifications.instant.letters import Letter, Reader, Writer
from notifications.instant.plan import next_morning, plan
from notifications.models import InstantMail, InstantState
from notifications.stock import Stock

BATCH = 200
DAY = timedelta(days=1)


def send_instant(*, now: datetime | None = None) -> int:
    """Queue a mail for everything that is due; return how many mails."""
    moment = now or timezone.now()
    writer = Writer(Stock())
    queued = 0
    while ids := list(_due(moment).values_list("pk", flat=True)[:BATCH]):
        queued += _send_batch(ids, writer=writer, now=moment)
    return queued


def _due(now: datetime) -> QuerySet[InstantMail]:
    rows = InstantMail.objects.filter(state=InstantState.WAITING, due_at__lte=now)
    return rows.order_by("due_at", "pk")


@transaction.atomic
def _send_batch(ids: list[int], *, writer: Writer, now: datetime) -> int:
    rows = _locked(ids)
    by_person: dict[int, list[InstantMail]] = defaultdict(list)
    for row in rows:
        by_person[row.person_id].append(row)
    viewers, sent = viewers_for(by_person), _sent_since(now - DAY, people=by_person)
    writer.gather(rows)
    mails: list[MailParts] = []
    for person_id, waiting in by_person.items():
        reader = _reader(waiting[0].person, viewers.get(person_id))
        mails += _mails_to(reader, rows=waiting, writer=writer, sent=sent.get(person_id, 0), now=now)
    queue_mails(mails)
    _store(rows)
    return len(mails)


def _locked(ids: list[int]) -> list[InstantMail]:
    """Return the rows that still wait; those another worker has in its hands are left to it."""
    rows = InstantMail.objects.filter(pk__in=ids, state=InstantState.WAITING).select_related("person").order_by("pk")
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    return list(rows)


def _sent_since(since: datetime, *, people: Iterable[int]) -> dict[int, int]:
    rows = InstantMail.objects.filter(person_id__in=list(people), mailed_at__gt=since, collected=False)
    return dict(rows.values_list("person_id").annotate(number=Count("pk")).order_by())


def _reader(person: Any, viewer: Viewer | None) -> Reader | None:
    return Reader(person=person, viewer=viewer) if viewer is not None and person.email else None


def _mails_to(
    reader: Reader | None, *, rows: Sequence[InstantMail], writer: Writer, sent: int, now: datetime
) -> list[MailParts]:
    if reader is None:
        _skip(rows, reason="not a member any more")
        return []
    readable = [row for row in rows if writer.readable(row, reader.viewer)]
    _skip([row for row in rows if row not in readable], reason="no longer there for her")
    planned = plan(readable, sent_today=sent)
    for row in planned.held:
        row.collected, row.due_at = True, next_morning(now, zone=reader.person.time_zone)
    mails = [_mail(writer.single(row, reader), rows=[row], reader=reader, now=now) for row in planned.single]
    if planned.together:
        letter = writer.together(planned.together, reader)
        mails.append(_mail(letter, rows=planned.together, reader=reader, now=now))
    return mails


def _skip(rows: Iterable[InstantMail], *, reason: str) -> None:
    for row in rows:
        row.state, row.reason = InstantState.SKIPPED, reason


def _mail(letter: Letter, *, rows: Sequence[InstantMail], reader: Reader, now: datetime) -> MailParts:
    for row in rows:
        row.state, row.mailed_at = InstantState.MAILED, now
    return {
        "to": reader.person.email,
        "subject": letter.subject,
        "text": letter.text,
        "html": letter.html,
        "purpose": INSTANT,
        "language": reader.person.language,
        "person": reader.person,
        "headers": letter.headers,
        "message_id": new_message_id(f"{rows[0].item_kind}.{rows[0].item_id}"),
        "about": (rows[0].item_kind, rows[0].item_id),
        "check_ref": {"instant": [row.pk for row in rows]},
    }


def _store(rows: list[InstantMail]) -> None:
    InstantMail.objects.bulk_update(rows, ["state", "reason", "mailed_at", "collected", "due_at"], batch_size=100)
