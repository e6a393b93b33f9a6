"""Finds a place by what somebody typed: a code, a label, a name in any language, diacritics or not."""

from dataclasses import dataclass, field

from django.db.models import Case, IntegerField, QuerySet, Value, When

from vocabulary.models import Level, Territory
from vocabulary.names import fold

SUGGESTIONS = 8
NAMESAKES = 40  # all of them are named: who lives in the ninth must find it too
WIDEST_FIRST = [
    Level.COUNTRY,
    Level.REGION,
    Level.NUTS1,
    Level.NUTS2,
    Level.MUNICIPALITY,
    Level.CITY_DISTRICT,
]


@dataclass(frozen=True, kw_only=True)
class Found:
    """The place that was meant, or, when it is not certain, what it might be."""

    territory: Territory | None = None
    suggestions: list[Territory] = field(default_factory=list)


def find_territories(text: str, *, limit: int = SUGGESTIONS) -> list[Territory]:
    """Return offered places with a name that has a word starting so; whole names and wide places first.

    What stands after a bracket is the beginning of the district, as in a label: "nova ves (okres l".
    """
    name, bracket, district = text.partition("(")
    wanted = fold(name)[:80]
    if not wanted:
        return []
    rows = _ranked(Territory.objects.offered().filter(search_names__contains=f" {wanted}"), wanted=wanted)
    if not bracket:
        return list(rows[:limit])
    return [place for place in rows[:NAMESAKES] if fold(place.label()).startswith(fold(f"{name} {district}"))][:limit]


def _ranked(rows: QuerySet[Territory], *, wanted: str) -> QuerySet[Territory]:
    fit = Case(
        When(search_names__contains=f"| {wanted} |", then=Value(0)),
        When(search_names__contains=f"| {wanted}", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    order = [When(level=level, then=Value(number)) for number, level in enumerate(WIDEST_FIRST)]
    width = Case(*order, default=Value(9), output_field=IntegerField())
    return rows.annotate(fit=fit, width=width).order_by("fit", "width", "sort_name", "pk")


def resolve_territory(text: str) -> Found:
    """Return the place that a typed code, label or name means; suggestions when none or several do."""
    by_code = Territory.objects.filter(code__iexact=text.strip()[:80]).first()
    if by_code is not None:
        return Found(territory=by_code)
    name = text.split("(", maxsplit=1)[0]
    candidates = find_territories(name, limit=NAMESAKES)
    labelled = [place for place in candidates if fold(place.label()) == fold(text)]
    exact = labelled or [place for place in candidates if f"| {fold(text)} |" in place.search_names]
    if len(exact) == 1:
        return Found(territory=exact[0])
    return Found(suggestions=exact or candidates[:SUGGESTIONS])


def widely_known(*, limit: int = 40) -> list[Territory]:
    """Return countries and regions for the first list of suggestions, by one statement."""
    rows = Territory.objects.offered().filter(level__in=[Level.COUNTRY, Level.REGION])
    return list(rows.order_by("path")[:limit])
