"""A handful of due subscriptions: composed in memory, then stored by a few statements in the caller's transaction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from django.db import DatabaseError

from core.notices import Reference
from mail.services import MailParts, queue_mails
from notifications.digests.letters import DigestWriter
from notifications.digests.recipients import Recipient, recipients_of, schedule_of
from notifications.digests.selection import Window, reference, select, wanted
from notifications.models import DigestItem, DigestMail, DigestSubscription, Release

log = structlog.get_logger(__name__)


@dataclass(kw_only=True)
class Made:
    """What becomes of one subscription: a row of the log, and a mail when there is something new."""

    row: DigestMail
    releases: Sequence[Release] = ()
    mail: MailParts | None = None


class Batch:
    """Subscriptions that are due, locked by the caller. One that cannot be composed is tried again by the next run."""

    def __init__(
        self, rows: list[DigestSubscription], *, now: datetime, releases: Iterable[Release], writer: DigestWriter
    ) -> None:
        self.rows, self.now, self.writer = rows, now, writer
        self.recipients = recipients_of(rows)
        self.releases = [one for one in releases if any(wanted(one, who) for who in self.recipients.values())]
        self.made: list[Made] = []
        self.failed, self.last_error = 0, ""

    def make(self) -> None:
        """Compose every digest."""
        self.writer.gather(self.releases, self.recipients.values())
        had = self._had()
        for row in self.rows:
            window = Window(since=row.last_cutoff, cutoff=schedule_of(row).latest_until(self.now))
            try:
                made = self._one(row, window=window, had=had[row.pk])
            except DatabaseError:
                raise
            except Exception as error:  # one digest that cannot be written must not stop the others
                log.exception("digests.not_composed", subscription_id=row.pk)
                self.failed, self.last_error = self.failed + 1, f"{type(error).__name__}: {error}"[:300]
                continue
            if made is not None:
                self.made.append(made)
            row.last_cutoff = max(row.last_cutoff, window.cutoff)
            row.next_at = schedule_of(row).next_after(self.now)

    def store(self) -> None:
        """Write cut-offs, the log, the items each has had now, and the mails."""
        DigestSubscription.objects.bulk_update(self.rows, ["last_cutoff", "next_at"])
        DigestMail.objects.bulk_create([made.row for made in self.made])
        DigestItem.objects.bulk_create([item for made in self.made for item in _items(made)], batch_size=500)
        queue_mails(_mail(made) for made in self.made if made.mail is not None)

    @property
    def queued(self) -> int:
        """How many mails there are."""
        return sum(made.mail is not None for made in self.made)

    @property
    def skipped(self) -> int:
        """How many got none, each with its reason in the log."""
        return len(self.made) - self.queued

    def _had(self) -> dict[int, set[Reference]]:
        """Return what each subscription has had of these items, by one statement."""
        had: dict[int, set[Reference]] = defaultdict(set)
        ids = {release.item_id for release in self.releases}
        items = DigestItem.objects.filter(subscription_id__in=list(self.recipients), item_id__in=ids)
        for pk, kind, item_id in items.values_list("subscription_id", "item_kind", "item_id"):
            had[pk].add((kind, item_id))
        return had

    def _one(self, row: DigestSubscription, *, window: Window, had: set[Reference]) -> Made | None:
        if window.cutoff <= window.since:
            return None
        log_row = DigestMail(subscription=row, since=window.since, cutoff=window.cutoff)
        recipient: Recipient | None = self.recipients.get(row.pk)
        if recipient is None:
            log_row.skipped = "not a member any more, or no address"
            return Made(row=log_row)
        releases = select(self.releases, recipient, window=window, had=had, stock=self.writer.stock)
        if not releases:
            log_row.skipped = "nothing new"
            return Made(row=log_row)
        log_row.item_count = len(releases)
        return Made(row=log_row, releases=releases, mail=self.writer.write(releases, recipient, window=window))


def _items(made: Made) -> list[DigestItem]:
    row = made.row
    return [
        DigestItem(subscription_id=row.subscription_id, mail=row, item_kind=kind, item_id=pk)
        for kind, pk in map(reference, made.releases)
    ]


def _mail(made: Made) -> MailParts:
    assert made.mail is not None  # noqa: S101  only those with a mail are asked
    row = made.row
    return {
        **made.mail,
        "check_ref": {"digest": row.pk},
        "dedupe_key": f"digest:{row.subscription_id}:{row.cutoff.isoformat()}",
    }
