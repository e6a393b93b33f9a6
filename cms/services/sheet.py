"""Everything a page shows beside its text. Facts are kept with their audiences and filtered for each viewer anew."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.services.addresses import address_of
from cms.services.byline import byline_of
from cms.services.facts import facts_of
from cms.services.rendering import Body, body_of
from cms.services.tree import Place, place_in_tree
from core.audiences import PUBLIC
from core.bylines import Byline
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
    byline: Byline
    contents: list[dict[str, Any]] = field(default_factory=list)
    crumbs: list[dict[str, str]] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


def sheet_of(page: Any, *, request: Any) -> Sheet:
    """Return the sheet of a page for the viewer of this request."""
    interface = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    viewer: Viewer = request.viewer
    own = address_of(page.url_path, language=page.language)
    facts = _visible(_facts(page, request=request), viewer)
    translations = _translations(request, page, own)
    body = body_of(page, request=request)
    return Sheet(
        language=page.language,
        language_name=language_name(page.language),
        foreign=page.language != interface,
        canonical=f"{settings.BASE_URL}{own}",
        alternates={code: f"{settings.BASE_URL}{path}" for code, path in translations.items()},
        body=body,
        place=place_in_tree(page, request=request),
        byline=byline_of(page, kept=facts.pop("byline"), translations=translations, viewer=viewer),
        crumbs=[*facts.pop("ancestors"), {"label": page.title, "href": "", "lang": page.language}],
        contents=[*body.contents, *_after(body, facts)],
        facts=facts,
    )


def _after(body: Body, facts: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what stands below the text, for its list of contents."""
    places = [
        ("sources", _("Sources"), body.rich.get("sources")),
        ("downloads", _("Downloads"), facts.get("downloads")),
        ("serving", _("What helps to reach this goal"), facts.get("served_by")),
    ]
    return [{"id": key, "text": label, "lang": "", "level": 2} for key, label, there in places if there]


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
    return {name: _seen(value, viewer) for name, value in facts.items()}


def _seen(value: Any, viewer: Viewer) -> Any:
    """Return a fact without the rows and pictures whose audience the viewer does not satisfy; words have none."""
    if isinstance(value, list):
        return [_seen(row, viewer) for row in value if _open(row, viewer)]
    if isinstance(value, dict):
        return {name: _seen(part, viewer) for name, part in value.items()} if _open(value, viewer) else None
    return value


def _open(fact: Any, viewer: Viewer) -> bool:
    return not isinstance(fact, dict) or viewer.satisfies(fact.get("audience", PUBLIC))
