"""Where the handbook, the news and the plain pages stand, per language: kept until the epoch rises."""

from typing import Any

from django.core.cache import cache
from django.db.models import Q

from cms.models import BasePage, FunderAcknowledgement
from cms.services.addresses import address_of, preference
from core.audiences import PUBLIC
from core.site import settings_of, site_settings
from core.texts import pick_with_language

INDEXES = {"handbookindexpage": "handbook_url", "newsindexpage": "news_url", "projectindexpage": "projects_url"}
KEPT_SECONDS = 3600


def navigation(*, language: str, request: Any = None) -> dict[str, Any]:
    """Return handbook_url, news_url, projects_url, footer_links and funders in the reader's language."""
    epoch = (settings_of(request) if request is not None else site_settings()).epoch
    key = f"cms:nav:{language}:{epoch}"
    kept: dict[str, Any] | None = cache.get(key)
    if kept is None:
        kept = {**_pages(language), "funders": _funders()}
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _pages(language: str) -> dict[str, Any]:
    rows = BasePage.objects.filter(live=True, audience_id=PUBLIC).order_by("path")
    rows = rows.filter(Q(show_in_menus=True) | Q(content_type__app_label="cms", content_type__model__in=INDEXES))
    chosen = in_language(
        rows.values("title", "url_path", "translation_key", "locale__language_code", "content_type__model"),
        language=language,
    )
    links: dict[str, Any] = {"footer_links": []}
    for row in chosen:
        href = address_of(row["url_path"], language=language)
        if index := INDEXES.get(row["content_type__model"]):
            links.setdefault(index, href)
        else:
            links["footer_links"].append({"href": href, "label": row["title"]})
    return links


def in_language(rows: Any, *, language: str) -> list[Any]:
    """Return one row of each set of translations: in this language, else in the first of the usual ones."""
    order = preference(language)
    best: dict[Any, Any] = {}
    for row in rows:
        known = best.get(row["translation_key"])
        if known is None or _rank(row, order) < _rank(known, order):
            best[row["translation_key"]] = row
    return list(best.values())


def _rank(row: Any, order: dict[str, int]) -> int:
    return order.get(row["locale__language_code"], len(order))


def _funders() -> list[dict[str, Any]]:
    rows = FunderAcknowledgement.objects.filter(in_footer=True).prefetch_related("logos__image")
    return [acknowledgement_data(row) for row in rows]


def acknowledgement_data(row: Any) -> dict[str, Any]:
    """Return a funder's sentence in the active language and its public logos, as plain data that may be kept."""
    text, language = pick_with_language(row.sentence)
    return {"sentence": text, "lang": language, "logos": public_logos(row)}


def public_logos(row: Any) -> list[dict[str, Any]]:
    """Return the logos of a funder's strip that everybody may see, as plain data."""
    return [_logo(logo) for logo in row.logos.all() if logo.image.audience_id == PUBLIC]


def _logo(logo: Any) -> dict[str, Any]:
    rendition = logo.image.get_rendition("max-320x96")
    size = {"width": rendition.width, "height": rendition.height}
    return {"src": rendition.url, "alt": logo.image.description or logo.image.title, "link": logo.link, **size}
