"""People with follows, and what happens after an event: everything due is dispatched in this process."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from core.outbox.dispatch import drain
from following.services import set_level
from notifications.models import DigestSubscription, Frequency, InstantMail, What
from tests.factories.accounts import UserFactory


def follower(item: Any, *, kind: str = "topic", level: str = "overview", **person: Any) -> Any:
    """Return a new person who follows the item; her mail choice is a weekly overview unless given."""
    user = UserFactory(**{"mail_choice": "weekly", **person})
    set_level(by=user, kind=kind, object_id=item.pk, level=level)
    return user


def happened() -> None:
    """Carry out every event published so far."""
    drain()


def ten_minutes_later() -> None:
    """Let the time in which an author may mend a text be over."""
    InstantMail.objects.update(due_at=timezone.now() - timedelta(seconds=1))


def visitor_subscription(**fields: Any) -> DigestSubscription:
    """Return a confirmed subscription of an address without an account to the whole site, due now."""
    now = timezone.now()
    parts: dict[str, Any] = {
        "email": "reader@example.org",
        "what": What.SITE,
        "frequency": Frequency.WEEKLY,
        "confirmed_at": now - timedelta(days=30),
        "last_cutoff": now - timedelta(days=7),
        "next_at": now - timedelta(minutes=1),
        **fields,
    }
    return DigestSubscription.objects.create(**parts)


def at(text: str) -> datetime:
    """Return a moment written as ISO 8601 with its zone."""
    return datetime.fromisoformat(text)
