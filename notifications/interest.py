"""Who is interested in something: through what she follows, by name, or because of what she may do there."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model

from core.models import AudienceMember
from core.notices import Reference, Told
from following.models import Follow, FollowLevel


@dataclass(frozen=True, kw_only=True)
class Interest:
    """Why a person is told: the place she follows and its level; neither when she is meant herself."""

    place: Reference | None = None
    level: str = ""


MEANT = Interest()


def interested(told: Told) -> dict[int, Interest]:
    """Return every person to be told and why; never the actor. Who is meant herself is not asked what she follows."""
    people = through_places(told.places) if told.places else {}
    named = set(told.people)
    if told.rules:
        rows = AudienceMember.objects.filter(audience_id__in=told.rules)
        named |= set(rows.values_list("person_id", flat=True))
    if told.administrators:
        admins = get_user_model()._default_manager.filter(is_superuser=True, state="active")
        named |= set(admins.values_list("pk", flat=True))
    people |= dict.fromkeys(named, MEANT)
    people.pop(told.actor_id or 0, None)
    return people


def through_places(places: tuple[Reference, ...]) -> dict[int, Interest]:
    """Return who follows any of the places by one statement; the nearest choice counts, `none` included."""
    chosen: dict[int, tuple[int, Interest]] = {}
    for row in _follows(places):
        distance = places.index((row.kind, row.object_id))
        if row.person_id not in chosen or distance < chosen[row.person_id][0]:
            chosen[row.person_id] = distance, Interest(place=(row.kind, row.object_id), level=row.level)
    return {pk: interest for pk, (_, interest) in chosen.items() if interest.level != FollowLevel.NONE}


def _follows(places: tuple[Reference, ...]) -> list[Follow]:
    rows = Follow.objects.none()
    for kind, object_id in places:
        rows = rows | Follow.objects.filter(kind=kind, object_id=object_id)
    return list(rows.filter(person__state="active"))
