"""Who is looking: a person or nobody, and the rules she satisfies. Rules ask about a Viewer, never about a user."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q

from core.models import Audience, AudienceMember
from core.rules import PUBLIC, SITE

ACTIVE = "active"


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """Satisfied rules (`audiences`), the languages read (in order), and whether she administers the network."""

    person_id: int | None = None
    audiences: frozenset[str] = field(default_factory=lambda: frozenset({PUBLIC}))
    languages: tuple[str, ...] = ()
    is_admin: bool = False

    @property
    def is_member(self) -> bool:
        """Whether she is signed in with an active account."""
        return self.person_id is not None

    def satisfies(self, rule: str) -> bool:
        """Return whether she may read what has this audience."""
        return rule in self.audiences

    def may(self, permission: str, *, platform_id: int | None) -> bool:
        """Return whether she holds a permission (`moderate`, `contribute`, …) on a platform; False for no platform."""
        if self.is_admin:
            return True
        return platform_id is not None and f"platform:{platform_id}:{permission}" in self.audiences

    def platforms_with(self, permission: str) -> list[int]:
        """Return the ids of the platforms on which she holds a permission."""
        parts = (rule.split(":") for rule in self.audiences if rule.startswith("platform:"))
        return [int(part[1]) for part in parts if len(part) == 3 and part[2] == permission]


VISITOR = Viewer()


def viewer_for(person: Any) -> Viewer:
    """Return the viewer of a user object (or of AnonymousUser) by one statement; not active means visitor."""
    if not getattr(person, "is_authenticated", False) or person.state != ACTIVE:
        return VISITOR
    if person.is_superuser:
        rules = Audience.objects.filter(~Q(rule__startswith="people:") | Q(members__person=person))
        satisfied = frozenset(rules.values_list("rule", flat=True))
    else:
        rows = AudienceMember.objects.filter(person=person)
        satisfied = frozenset(rows.values_list("audience_id", flat=True))
    return _viewer(person, satisfied)


def viewers_for(person_ids: Iterable[int]) -> dict[int, Viewer]:
    """Return a viewer per active person of a batch by two statements whatever its size; others are left out."""
    people = list(get_user_model()._default_manager.filter(pk__in=list(person_ids), state=ACTIVE))
    satisfied: dict[int, set[str]] = {person.pk: set() for person in people}
    for person_id, rule in AudienceMember.objects.filter(person__in=people).values_list("person_id", "audience_id"):
        satisfied[person_id].add(rule)
    return {
        person.pk: viewer_for(person) if person.is_superuser else _viewer(person, frozenset(satisfied[person.pk]))
        for person in people
    }


def _viewer(person: Any, satisfied: frozenset[str]) -> Viewer:
    return Viewer(
        person_id=person.pk,
        audiences=satisfied | {PUBLIC, SITE},
        languages=tuple(person.reads),
        is_admin=person.is_superuser,
    )


def viewer_of(request: Any) -> Viewer:
    """Return the viewer that the middleware put on a request."""
    viewer: Viewer = request.viewer
    return viewer
