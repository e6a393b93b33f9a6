"""Finds the page for an address by one statement, with all its live translations. What is hidden is not found."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, QuerySet

from cms.models import BasePage
from cms.services.addresses import address_of, preference, site_roots
from core.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class Found:
    """The page that answers; `redirect` when its translation has an address of its own."""

    page: Any
    translations: dict[str, str] = field(default_factory=dict)
    redirect: str = ""


def find_page(path: str, *, language: str, viewer: Viewer) -> Found | None:
    """Return what answers `/<language>/<path>`; without a translation the page in the language it has."""
    wanted = {root + path: code for code, root in site_roots().items()}
    keys = BasePage.objects.filter(url_path__in=list(wanted)).values("translation_key")
    rows = BasePage.objects.visible_to(viewer).filter(translation_key__in=keys).select_related("locale")
    candidates = list(rows) if path else _homes(rows)
    match = _best([row for row in candidates if row.url_path in wanted], language=language)
    if match is None:
        return None
    siblings = [row for row in candidates if row.translation_key == match.translation_key]
    translations = {row.language: address_of(row.url_path, language=row.language) for row in siblings}
    elsewhere = match.language != language and language in translations
    return Found(page=match, translations=translations, redirect=translations[language] if elsewhere else "")


def _homes(rows: QuerySet[BasePage]) -> list[Any]:
    """Return the home pages that say something, or all: an empty one may stand only to carry its language's rules."""
    homes = list(rows.annotate(blocks=F("homepage__body")))
    return [row for row in homes if row.blocks] or homes


def _best(matches: Iterable[Any], *, language: str) -> Any:
    """Return the match in the language asked for, else in the first of the usual ones."""
    order = preference(language)
    return min(matches, key=lambda row: order.get(row.language, len(order)), default=None)


def specific(row: Any) -> Any:
    """Return the whole page of a row, by one statement with what every page shows."""
    rows = row.specific_class._default_manager.select_related("organisation", "platform")
    page = rows.get(pk=row.pk)
    page.locale = row.locale
    return page
