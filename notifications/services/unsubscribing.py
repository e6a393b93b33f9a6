"""What the link of a mail ends: a digest, the mails about one place, one kind of notice, or all news at once."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import MailChoice
from accounts.services import change_mail_choice
from core.notices import ByMail, get_notice
from following.models import FollowLevel
from following.services import set_level
from notifications.models import Channel, DeliveryChoice, DigestSubscription, InstantMail, What
from notifications.services.subscriptions import end

Mailed = DigestSubscription | InstantMail


def find(token: str) -> Mailed | None:
    """Return what the token of a mail belongs to; None when there is no such (any more)."""
    digest = DigestSubscription.objects.filter(token=token).select_related("person").first()
    return digest or InstantMail.objects.filter(token=token).select_related("person").first()


@transaction.atomic
def unsubscribe(mailed: Mailed) -> bool:
    """End what the mail came from; return whether that changed anything. Asking twice is the same as once."""
    if isinstance(mailed, DigestSubscription):
        return _end_digest(mailed)
    if mailed.collected:
        return change_mail_choice(mailed.person, by=mailed.person, choice=MailChoice.SITE)
    notice = get_notice(mailed.notice)
    if notice is not None and notice.by_mail == ByMail.LEVEL and mailed.place_kind:
        return set_level(
            by=mailed.person, kind=mailed.place_kind, object_id=mailed.place_id or 0, level=FollowLevel.NONE
        )
    return choose(mailed.person, notice=mailed.notice, channel=Channel.MAIL, wanted=False)


def has_ended(mailed: Mailed) -> bool:
    """Return whether a digest ended already; other mails do not know."""
    return isinstance(mailed, DigestSubscription) and mailed.ended_at is not None


@transaction.atomic
def choose(person: Any, *, notice: str, channel: str, wanted: bool) -> bool:
    """Store a person's own word about a notice on a channel; return whether it differs from before."""
    row = DeliveryChoice.objects.filter(person=person, notice=notice, channel=channel).first()
    if row is not None and row.wanted == wanted:
        return False
    DeliveryChoice.objects.update_or_create(
        person=person, notice=notice, channel=channel, defaults={"wanted": wanted, "changed_at": timezone.now()}
    )
    return True


def _end_digest(row: DigestSubscription) -> bool:
    changed = end(row)
    if changed and row.what == What.FOLLOW and row.person is not None and row.person.mail_choice == MailChoice.WEEKLY:
        change_mail_choice(row.person, by=row.person, choice=MailChoice.SITE)
    return changed
