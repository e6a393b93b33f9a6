"""Everything a page shows beside its text. Facts are kept with their audiences and filtered for each viewer anew."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from cms.services.addresses import address_of
from cms.services.facts import facts_of
from cms.services.rendering import Body, body_of
from cms.services.tree import Place, place_in_tree
from core.site import settings_of
from core.text_fields import language_name
from core.viewer import Viewer

KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the templates of pages read; lists hold only what the viewer may see."""

    language: str
    language_name: str
    foreign: bool
    canonical: str
    alternates: dict[str, str]
    body: Body
    place: Place
    crumbs: list[dict[str, str]] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


def sheet_of(page: Any, *, request: Any) -> Sheet:
    """Return the sheet of a page for the viewer of this request."""
    interface = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    viewer: Viewer = request.viewer
    own = address_of(page.url_path, language=page.language)
    facts = _visible(_facts(page, request=request), viewer)
    return Sheet(
        language=page.language,
        language_name=language_name(page.language),
        foreign=page.language != interface,
        canonical=f"{settings.BASE_URL}{own}",
        alternates={code: f"{settings.BASE_URL}{path}" for code, path in _translations(request, page, own).items()},
        body=body_of(page, request=request),
        place=place_in_tree(page, request=request),
        crumbs=[*facts.pop("ancestors"), {"label": page.title, "href": "", "lang": page.language}],
        facts=facts,
    )


def _translations(request: Any, page: Any, own: str) -> dict[str, str]:
    known: dict[str, str] | None = getattr(request, "translations", None)
    return known if known is not None else {page.language: own}


def _facts(page: Any, *, request: Any) -> dict[str, Any]:
    if getattr(request, "is_preview", False):
        return facts_of(page)
    key = f"cms:facts:{page.pk}:{page.version}:{get_language()}:{settings_of(request).epoch}"
    kept: dict[str, Any] | None = cache.get(key)
    if kept is None:
        kept = facts_of(page)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _visible(facts: dict[str, Any], viewer: Viewer) -> dict[str, Any]:
    """Return the facts without what the viewer may not see."""
    return {name: visible_rows(value, viewer) if isinstance(value, list) else value for name, value in facts.items()}


def visible_rows(rows: list[dict[str, Any]], viewer: Viewer) -> list[dict[str, Any]]:
    """Return the rows whose audience the viewer satisfies; rows without one are public words."""
    return [row for row in rows if viewer.satisfies(row.get("audience", "public"))]
