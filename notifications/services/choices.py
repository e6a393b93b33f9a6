"""A person's delivery choices as her settings show them: her own word, or the default of the notice."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from accounts.models import MailChoice
from core.notices import ByMail, Notice, all_notices
from notifications.models import Channel, DeliveryChoice
from notifications.services.unsubscribing import choose


def choices_of(person: Any) -> dict[tuple[str, str], bool]:
    """Return for every notice and channel whether it reaches her now, by one statement."""
    words = {(row.notice, row.channel): row.wanted for row in DeliveryChoice.objects.filter(person_id=person.pk)}
    found = {}
    for notice in all_notices():
        found[notice.code, Channel.SITE.value] = words.get((notice.code, Channel.SITE.value), True)
        found[notice.code, Channel.MAIL.value] = words.get(
            (notice.code, Channel.MAIL.value), default_by_mail(notice, mail_choice=person.mail_choice)
        )
    return found


def default_by_mail(notice: Notice, *, mail_choice: str) -> bool:
    """Return whether a notice about herself is mailed at once when she has said nothing."""
    return notice.by_mail == ByMail.SERVICE or (notice.by_mail == ByMail.NEWS and mail_choice != MailChoice.SITE)


@transaction.atomic
def choose_many(person: Any, *, changes: Iterable[tuple[str, str, bool]]) -> int:
    """Store the ticks that were changed; return how many differ from before."""
    return sum(choose(person, notice=notice, channel=channel, wanted=wanted) for notice, channel, wanted in changes)
