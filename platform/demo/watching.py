"""What the demo's people follow, how news reach them, a partner abroad who subscribes, and the first overviews."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import MailChoice, User
from accounts.services import change_mail_choice
from demo.records import once
from following.services import set_level
from mail.delivery import send_due_mails
from notifications.digests.run import run_digests
from notifications.models import DigestSubscription, What
from notifications.services.subscriptions import ask_by_address, confirm
from platforms.models import Platform

PARTNER = "partner-abroad@example.org"
STORY = timedelta(weeks=5)  # how far back the demo's discussions reach


def load_watching(people: dict[str, User], platforms: dict[str, Platform]) -> None:
    """Everybody follows her platforms in the overview; coordinators and moderators at once."""
    for person in people.values():
        for platform in platforms.values():
            role = _role(person, platform)
            if role:
                level = "instant" if role in {"coordinator", "moderator"} else "overview"
                set_level(by=person, kind="platform", object_id=platform.pk, level=level)


def _role(person: Any, platform: Platform) -> str:
    row = platform.memberships.filter(person=person, state="active").select_related("role").first()
    return row.role.code if row else ""


def choose_mail(people: dict[str, User]) -> None:
    """Personas get a weekly overview, the coordinator mails at once; a partner abroad subscribes without account."""
    for person in people.values():
        if person.persona:
            choice = MailChoice.INSTANT if person.persona == "coordinator" else MailChoice.WEEKLY
            change_mail_choice(person, by=person, choice=choice)
    confirm(once("subscription:partner-abroad", _partner))


def _partner() -> DigestSubscription:
    return ask_by_address(email=PARTNER, what=What.SITE, language="en", fields={"languages": ["en", "de"]})


def send_first_overviews() -> None:
    """Send the overview of the last weeks, as if everybody had subscribed before them; the outbox shows it."""
    now = timezone.now()
    rows = DigestSubscription.objects.filter(confirmed_at__isnull=False, ended_at=None)
    rows.update(last_cutoff=now - STORY, next_at=now)
    run_digests(now=now)
    send_due_mails()
