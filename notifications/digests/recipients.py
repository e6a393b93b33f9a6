"""For whom a digest is made: address, language, zone and what she may read, of a member or of an address alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.notices import Reference
from core.times import zone_of
from core.viewer import VISITOR, Viewer, viewers_for
from following.models import Follow
from notifications.digests.schedule import Schedule
from notifications.models import DigestSubscription, What


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """A subscription and who stands behind it now."""

    subscription: DigestSubscription
    viewer: Viewer
    to: str
    language: str
    languages: tuple[str, ...]
    zone: str
    follows: dict[Reference, str] = field(default_factory=dict)

    def reads(self, language: str) -> bool:
        """Return whether she reads a language; what has none is for everybody."""
        return not language or language in self.languages or language.split("-", maxsplit=1)[0] in self.languages


def schedule_of(subscription: DigestSubscription) -> Schedule:
    """Return when its digests are due; a member's clock is that of her account."""
    person = subscription.person
    zone = zone_of(person.time_zone if person is not None else subscription.time_zone)
    return Schedule(frequency=subscription.frequency, weekday=subscription.weekday, hour=subscription.hour, zone=zone)


def recipients_of(subscriptions: Iterable[DigestSubscription]) -> dict[int, Recipient]:
    """Return the recipient of each subscription (loaded with its person) that still has one, by three statements."""
    rows = list(subscriptions)
    viewers = viewers_for(row.person_id for row in rows if row.person_id)
    followers = [row.person_id for row in rows if row.what == What.FOLLOW and row.person_id]
    follows = _follows(followers) if followers else {}
    found = {row.pk: _recipient(row, viewers, follows) for row in rows}
    return {pk: recipient for pk, recipient in found.items() if recipient is not None}


def _recipient(
    row: DigestSubscription, viewers: dict[int, Viewer], follows: dict[int, dict[Reference, str]]
) -> Recipient | None:
    person = row.person
    if person is None:
        languages = tuple(dict.fromkeys([row.language, *row.languages]))
        return Recipient(
            subscription=row,
            viewer=VISITOR,
            to=row.email,
            language=row.language,
            languages=languages,
            zone=row.time_zone,
        )
    viewer = viewers.get(person.pk)
    if viewer is None or not person.email:
        return None
    return Recipient(
        subscription=row,
        viewer=viewer,
        to=person.email,
        language=person.language,
        languages=tuple(dict.fromkeys([person.language, *person.reads])),
        zone=person.time_zone,
        follows=follows.get(person.pk, {}),
    )


def _follows(people: list[int]) -> dict[int, dict[Reference, str]]:
    chosen: dict[int, dict[Reference, str]] = defaultdict(dict)
    for person_id, kind, pk, level in Follow.objects.filter(person_id__in=people).values_list(
        "person_id", "kind", "object_id", "level"
    ):
        chosen[person_id][kind, pk] = level
    return chosen
