"""Digests of members and of addresses without account: asked for, confirmed, changed, paused, ended.

Each service writes its own fields only. What a subscription costs its reader to leave is one click, whoever she is.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import MailChoice, User
from notifications.consent import TEXT_VERSION
from notifications.digests.recipients import schedule_of
from notifications.models import DigestSubscription, What

CONFIRM_WITHIN = timedelta(days=7)
RHYTHM = frozenset({"frequency", "weekday", "hour", "leave_out_other_languages"})
OF_ADDRESS = RHYTHM | {"languages"}


@transaction.atomic
def ask_by_address(
    *, email: str, what: str, platform_id: int = 0, language: str, fields: Mapping[str, Any]
) -> DigestSubscription:
    """Keep the wish of an address that is not confirmed yet, or return the subscription it has; nothing is mailed."""
    living = DigestSubscription.objects.select_for_update().filter(
        person=None, email=email.strip().lower(), what=what, platform_id=platform_id, ended_at=None
    )
    row = living.first()
    if row is not None and row.confirmed_at is not None:
        return row
    row = row or DigestSubscription(email=email.strip().lower(), what=what, platform_id=platform_id)
    row.language, row.created_at, row.consent_text_version = language, timezone.now(), TEXT_VERSION
    _write(row, fields, allowed=OF_ADDRESS)
    row.save()
    return row


def is_too_late(row: DigestSubscription) -> bool:
    """Return whether the time to confirm is over."""
    return row.confirmed_at is None and timezone.now() - row.created_at > CONFIRM_WITHIN


@transaction.atomic
def confirm(row: DigestSubscription) -> bool:
    """Start a subscription whose address was confirmed; return whether it was waiting. Raises ValueError when late."""
    if row.confirmed_at is not None or row.ended_at is not None:
        return False
    if is_too_late(row):
        raise ValueError("The time to confirm is over.")
    _start(row)
    row.save()
    return True


@transaction.atomic
def subscribe_member(
    person: Any, *, what: str, platform_id: int = 0, fields: Mapping[str, Any] | None = None
) -> DigestSubscription:
    """Give a member a digest, or change the one she has; a paused one runs again. Returns it."""
    living = DigestSubscription.objects.select_for_update().filter(
        person=person, what=what, platform_id=platform_id, ended_at=None
    )
    row = living.first() or DigestSubscription(person=person, what=what, platform_id=platform_id)
    _write(row, fields or {}, allowed=RHYTHM)
    if row.confirmed_at is None or row.paused_at is not None:
        row.consent_text_version = TEXT_VERSION
        _start(row)
    else:
        _plan_next(row)
    row.save()
    return row


@transaction.atomic
def change(row: DigestSubscription, *, fields: Mapping[str, Any]) -> bool:
    """Write rhythm and languages; return whether anything differs. Raises KeyError for a foreign field."""
    allowed = RHYTHM if row.person_id else OF_ADDRESS
    if not _write(row, fields, allowed=allowed):
        return False
    if row.is_running:
        _plan_next(row)
    row.save()
    return True


@transaction.atomic
def pause(row: DigestSubscription, *, paused: bool) -> bool:
    """Stop a subscription for now or start it again from today; return whether that changed anything."""
    if row.ended_at is not None or (row.paused_at is not None) == paused:
        return False
    if paused:
        row.paused_at, row.next_at = timezone.now(), None
    elif row.confirmed_at is not None:
        _start(row)
    row.save()
    return True


@transaction.atomic
def end(row: DigestSubscription) -> bool:
    """End a subscription for good; return whether it had not ended. To want it again is a new one."""
    changed = DigestSubscription.objects.filter(pk=row.pk, ended_at=None).update(ended_at=timezone.now(), next_at=None)
    row.refresh_from_db()
    return bool(changed)


@transaction.atomic
def end_all_of_person(person_id: int) -> int:
    """End every digest of somebody who left; return how many ran."""
    rows = DigestSubscription.objects.filter(person_id=person_id, ended_at=None)
    return rows.update(ended_at=timezone.now(), next_at=None)


@transaction.atomic
def follow_mail_choice(person: Any) -> bool:
    """Make the digest of what she follows exist exactly while she chose an overview; return whether that changed."""
    rows = DigestSubscription.objects.filter(person=person, what=What.FOLLOW, ended_at=None)
    row = rows.first()
    if person.mail_choice == MailChoice.WEEKLY and person.state == "active":
        if row is not None and row.is_running:
            return False
        subscribe_member(person, what=What.FOLLOW)
        return True
    return row is not None and end(row)


def give_missing_digests() -> int:
    """Give the digest of what they follow to members who chose it and were not asked by a form; return how many.

    People who are imported or made by a command have a choice, and no event that tells of it.
    """
    have = DigestSubscription.objects.filter(what=What.FOLLOW, person__isnull=False, ended_at=None)
    people = User.objects.active().filter(mail_choice=MailChoice.WEEKLY)
    missing = list(people.exclude(pk__in=have.values("person_id")))
    return sum(follow_mail_choice(person) for person in missing)


def _write(row: DigestSubscription, fields: Mapping[str, Any], *, allowed: frozenset[str]) -> bool:
    if foreign := set(fields) - allowed:
        raise KeyError(f"not written here: {sorted(foreign)}")
    differing = {name: value for name, value in fields.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)


def _start(row: DigestSubscription) -> None:
    """Let it run from now: what was readable before is no news."""
    now = timezone.now()
    row.confirmed_at = row.confirmed_at or now
    row.paused_at = None
    row.last_cutoff = now
    _plan_next(row)


def _plan_next(row: DigestSubscription) -> None:
    row.next_at = schedule_of(row).next_after(timezone.now())
