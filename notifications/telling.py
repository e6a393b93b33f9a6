"""From an event to the rows of those who are told. Access is asked here, and again when a mail is sent."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from core.kinds import Kind, get_kind
from core.notices import ByMail, Notice, Told, notices_of
from core.outbox import Event
from core.richtext.model import RichTextMixin
from core.viewer import viewers_for
from notifications.batches import batches
from notifications.delivery import mailed_at_once, wanted_on_site
from notifications.interest import Interest, interested
from notifications.models import Channel, DeliveryChoice, InstantMail
from notifications.releasing import written_at
from notifications.services.site_list import put_on_list

MAY_BE_MENDED = timedelta(minutes=10)
TOO_OLD_FOR_MAIL = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One notice of one event with the loaded item, ready to be given to people."""

    notice: Notice
    told: Told
    kind: Kind
    item: Any
    key: str

    @property
    def about(self) -> tuple[str, int]:
        """What the line is named after and grouped by."""
        return self.told.about or self.told.item


def tell(event: Event) -> None:
    """Tell everybody whom the notices of an event concern; a person gets one of them."""
    told_already: set[int] = set()
    for notice in notices_of(event.name):
        for telling in prepare(notice, event=event):
            people = {pk: why for pk, why in interested(telling.told).items() if pk not in told_already}
            for batch in batches(people.items()):
                told_already |= _tell_batch(telling, dict(batch))


def prepare(notice: Notice, *, event: Event) -> list[Telling]:
    """Return what the notice says about the event; empty when there is nothing to say (any more)."""
    said = notice.tell(event)
    several = [said] if isinstance(said, Told) else list(said or ())
    return [telling for told in several if (telling := _telling(notice, told, event=event)) is not None]


def _telling(notice: Notice, told: Told, *, event: Event) -> Telling | None:
    kind = get_kind(told.item[0])
    item = kind.queryset().filter(pk=told.item[1]).first()
    if item is None or (told.places and not kind.is_published(item)):
        return None
    key = told.key or f"{notice.code}:{event.event_id or told.item[1]}"
    return Telling(notice=notice, told=told, kind=kind, item=item, key=key)


def _tell_batch(telling: Telling, people: dict[int, Interest]) -> set[int]:
    """Give the notice to those of a batch who may read the item; return who they are."""
    viewers = viewers_for(people)
    may_read = [pk for pk, viewer in viewers.items() if telling.kind.can_view(viewer, telling.item)]
    readers = _readers(telling, {pk: people[pk] for pk in may_read})
    put_on_list(telling, people=[reader.pk for reader in readers if _on_site(telling, reader)])
    _mail_later(telling, readers)
    return set(may_read)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A person to be told, why, and what she said about it."""

    pk: int
    why: Interest
    email: str | None
    mail_choice: str
    words: dict[str, bool]


def _readers(telling: Telling, people: dict[int, Interest]) -> list[Reader]:
    """Load choices and addresses by two statements."""
    words: dict[int, dict[str, bool]] = defaultdict(dict)
    for row in DeliveryChoice.objects.filter(notice=telling.notice.code, person_id__in=list(people)):
        words[row.person_id][row.channel] = row.wanted
    users = get_user_model()._default_manager.filter(pk__in=list(people))
    return [
        Reader(pk=pk, why=people[pk], email=email, mail_choice=choice, words=words[pk])
        for pk, email, choice in users.values_list("pk", "email", "mail_choice")
    ]


def _on_site(telling: Telling, reader: Reader) -> bool:
    return wanted_on_site(
        telling.notice,
        near=reader.why.place in {None, telling.about},
        level=reader.why.level,
        mail_choice=reader.mail_choice,
        own_word=reader.words.get(Channel.SITE),
    )


def _mail_later(telling: Telling, readers: list[Reader]) -> None:
    due_at = _due(telling)
    if due_at is None:
        return
    rows = [
        _instant_mail(telling, person_id=reader.pk, why=reader.why, due_at=due_at)
        for reader in readers
        if reader.email and _at_once(telling, reader)
    ]
    InstantMail.objects.bulk_create(rows, ignore_conflicts=True)


def _at_once(telling: Telling, reader: Reader) -> bool:
    return mailed_at_once(
        telling.notice,
        level=reader.why.level,
        mail_choice=reader.mail_choice,
        own_word=reader.words.get(Channel.MAIL),
    )


def _due(telling: Telling) -> datetime | None:
    """Return when it may be mailed: after the author had time to mend it; None for what is old (an import)."""
    now = timezone.now()
    if telling.notice.by_mail == ByMail.SERVICE:
        return now
    written = written_at(telling.item) or now
    if now - written > TOO_OLD_FOR_MAIL:
        return None
    return max(now, written + MAY_BE_MENDED) if isinstance(telling.item, RichTextMixin) else now


def _instant_mail(telling: Telling, *, person_id: int, why: Interest, due_at: datetime) -> InstantMail:
    told = telling.told
    return InstantMail(
        person_id=person_id,
        notice=telling.notice.code,
        item_kind=told.item[0],
        item_id=told.item[1],
        about_kind=telling.about[0],
        about_id=telling.about[1],
        place_kind=why.place[0] if why.place else "",
        place_id=why.place[1] if why.place else None,
        actor_id=told.actor_id,
        facts=told.facts,
        key=telling.key[:120],
        due_at=due_at,
    )
