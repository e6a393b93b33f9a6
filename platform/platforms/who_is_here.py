"""Who meets on this site, in numbers and names. Everything is counted among what its reader may see."""

from typing import Any, Final

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.viewer import Viewer
from organisations.models import OrganisationKind
from platforms.directory import listed_organisations
from platforms.models import Level, Membership, MembershipState, Platform

KEPT_SECONDS: Final = 600
NAMED: Final = 10
DRAWN: Final = 7


def who_is_here(viewer: Viewer, *, epoch: int) -> dict[str, Any] | None:
    """Return statistics and some organisations for a visitor, kept for ten minutes; None where nobody is yet."""
    if viewer.is_member:
        return None
    key = f"platforms:here:{get_language() or settings.LANGUAGE_CODE}:{epoch}"
    kept: dict[str, Any] | None = cache.get(key)
    if kept is None:
        kept = _count(viewer)
        cache.set(key, kept, KEPT_SECONDS)
    return kept if kept["statistics"] else None


def _count(viewer: Viewer) -> dict[str, Any]:
    platforms = Platform.objects.visible_to(viewer).published()
    organisations = listed_organisations(viewer)
    largest = list(platforms.order_by("-member_count", "pk").only("names", "member_count")[:DRAWN])
    levels = dict(platforms.order_by().values_list("level").annotate(Count("pk")))
    kinds = dict(organisations.order_by().values_list("kind").annotate(Count("pk")))
    countries = organisations.order_by().values("country").distinct().count()
    members = Membership.objects.filter(platform__in=platforms, state=MembershipState.ACTIVE, person__state="active")
    people = members.order_by().values("person").distinct().count()
    rows = [
        _statistic(_("People"), people, points=_people(largest), note=_from_countries(countries)),
        _statistic(_("Organisations"), sum(kinds.values()), points=_points(kinds, names=OrganisationKind.choices)),
        _statistic(_("Platforms"), sum(levels.values()), points=_points(levels, names=Level.choices)),
    ]
    return {
        "statistics": [row for row in rows if row["value"]],
        "organisations": [{"name": row.name, "href": row.get_absolute_url()} for row in organisations[:NAMED]],
        "further": max(0, sum(kinds.values()) - NAMED),
    }


def _statistic(label: str, value: int, *, points: Any = (), note: str = "") -> dict[str, Any]:
    return {"label": label, "value": value, "points": points if len(points) > 1 else (), "note": note}


def _from_countries(number: int) -> str:
    if number < 2:
        return ""
    return ngettext("from %(n)d country", "from %(n)d countries", number) % {"n": number}


def _people(platforms: Any) -> list[dict[str, Any]]:
    return [{"label": platform.name, "value": platform.member_count} for platform in platforms]


def _points(counts: dict[str, int], *, names: Any) -> list[dict[str, Any]]:
    words = dict(names)
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])[:DRAWN]
    return [{"label": capfirst(str(words.get(code, code))), "value": number} for code, number in ranked]
