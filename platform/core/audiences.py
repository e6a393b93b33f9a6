"""Rules of reading: makes audience rows and keeps who satisfies them. No other module writes these two tables.

`public` and `site` always exist. Other rules are `<prefix>:<key>` and belong to the app that registers the prefix.
"""

from collections.abc import Callable, Iterable

from django.contrib.auth import get_user_model
from django.db import transaction

from core.models import Audience, AudienceMember
from core.rules import PUBLIC, SITE

__all__ = ["PUBLIC", "SITE", "ensure_audience", "people_audience", "readers_count", "refresh_audience", "register_rule"]

MembersOf = Callable[[str], Iterable[int]]
_prefixes: dict[str, MembersOf] = {}


def ensure_fixed_audiences(*, using: str = "default") -> None:
    """Create `public` and `site` where they are missing."""
    for rule in (PUBLIC, SITE):
        Audience.objects.using(using).get_or_create(rule=rule)


def register_rule(prefix: str, *, members: MembersOf) -> None:
    """Declare that rules starting with `prefix:` are satisfied by the person ids that `members(rule)` returns."""
    _prefixes[prefix] = members


def ensure_audience(rule: str) -> str:
    """Return the rule after making sure its row exists and its members are right."""
    _, created = Audience.objects.get_or_create(rule=rule)
    if created:
        refresh_audience(rule)
    return rule


@transaction.atomic
def refresh_audience(rule: str) -> bool:
    """Make the stored members of `rule` equal to what its app says; return whether anything changed."""
    prefix = rule.split(":", 1)[0]
    if prefix not in _prefixes:
        return False
    should = set(_prefixes[prefix](rule))
    rows = AudienceMember.objects.filter(audience_id=rule)
    present = set(rows.values_list("person_id", flat=True))
    rows.filter(person_id__in=present - should).delete()
    AudienceMember.objects.bulk_create(
        [AudienceMember(audience_id=rule, person_id=person_id) for person_id in should - present],
        ignore_conflicts=True,
    )
    return should != present


def people_audience(person_ids: Iterable[int]) -> str:
    """Return the rule for exactly these people, made when it does not exist; equal sets share one rule."""
    ids = sorted(set(person_ids))
    rule = "people:" + ",".join(map(str, ids))
    if len(rule) > 80:
        raise ValueError("An audience of named people holds at most a dozen people.")
    _, created = Audience.objects.get_or_create(rule=rule)
    if created:
        AudienceMember.objects.bulk_create([AudienceMember(audience_id=rule, person_id=i) for i in ids])
    return rule


def readers_count(rule: str) -> int | None:
    """Return how many active people satisfy the rule; None for `public` (everybody and search engines)."""
    active = get_user_model()._default_manager.filter(state="active")
    if rule == PUBLIC:
        return None
    if rule == SITE:
        return active.count()
    return active.filter(pk__in=AudienceMember.objects.filter(audience_id=rule).values("person_id")).count()
