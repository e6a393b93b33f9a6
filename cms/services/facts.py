"""Facts of one page as plain data that may be kept: each row names its audience, so it can be filtered later."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from cms.models import BasePage, FundedProjectPage, GoalPage, HandbookPage, NewsPage
from cms.services.addresses import address_of
from cms.services.byline import byline_facts
from cms.services.looks import look_of
from cms.services.money import money_of
from cms.services.navigation import acknowledgement_data, in_language
from core.audiences import PUBLIC
from organisations.countries import country_name

SERVING = ["tool", "indicator", "situation"]
ROW = ("pk", "title", "summary", "url_path", "translation_key", "locale__language_code", "audience_id")


def facts_of(page: Any) -> dict[str, Any]:
    """Return areas, places, groups, downloads, related pages, pages above, byline, and what its kind adds."""
    return {
        "areas": [{"label": area.label(), "href": area.get_absolute_url()} for area in page.areas.all()],
        "territories": [{"label": place.label(), "href": place.get_absolute_url()} for place in page.territories.all()],
        "target_groups": [{"label": group.label()} for group in page.target_groups.all()],
        "downloads": [_download(row) for row in page.downloads.select_related("document")],
        "related": related_rows(page),
        "ancestors": _ancestors(page),
        "byline": byline_facts(page),
        **_of_kind(page),
    }


def page_rows(rows: Any, *, language: str = "") -> list[dict[str, Any]]:
    """Return one row per set of translations, in the reader's language where there is one."""
    interface = language or (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return [
        {
            "pk": row["pk"],
            "title": row["title"],
            "summary": row["summary"],
            "href": address_of(row["url_path"], language=interface),
            "lang": row["locale__language_code"],
            "audience": row["audience_id"],
            "type": row.get("content_type__model", ""),
            "kind": look_of(row.get("content_type__model", "")),
        }
        for row in in_language(rows.values(*ROW, "content_type__model"), language=interface)
    ]


def related_rows(page: Any) -> list[dict[str, Any]]:
    """Return the related pages, in the reader's language where they are translated."""
    keys = [row.translation_key for row in page.related_pages.all()]
    return page_rows(BasePage.objects.filter(translation_key__in=keys, live=True).order_by("path")) if keys else []


def _download(row: Any) -> dict[str, Any]:
    document = row.document
    return {
        "name": row.title or document.title,
        "href": document.url,
        "size": document.file_size or 0,
        "type": document.file_extension.upper(),
        "lang": document.language,
        "audience": document.audience_id,
    }


def _ancestors(page: Any) -> list[dict[str, Any]]:
    """Return the pages above it up to the home page; the viewer sees those she may read."""
    step = page.steplen
    paths = [page.path[:end] for end in range(step * 2, len(page.path), step)]
    rows = BasePage.objects.filter(path__in=paths, live=True).order_by("path")
    interface = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return [
        {
            "label": row.title,
            "href": address_of(row.url_path, language=interface),
            "lang": page.language,
            "audience": row.audience_id,
        }
        for row in rows
    ]


def _of_kind(page: Any) -> dict[str, Any]:
    if isinstance(page, GoalPage):
        return {"served_by": serving_rows(page)}
    if isinstance(page, HandbookPage):
        return {"serves": goal_rows(page)}
    if isinstance(page, FundedProjectPage):
        return _of_project(page)
    if isinstance(page, NewsPage) and page.project:
        rows = type(page.project)._base_manager.filter(translation_key=page.project.translation_key, live=True)
        return {"project": page_rows(rows)}
    return {}


def serving_rows(goal: Any) -> list[dict[str, Any]]:
    """Return the tools, indicators and situations that serve a goal, kind by kind, whichever language named it."""
    rows = HandbookPage.objects.filter(goals__translation_key=goal.translation_key, live=True)
    known = page_rows(rows.order_by("path").distinct())
    return sorted(known, key=lambda row: SERVING.index(row["kind"]) if row["kind"] in SERVING else len(SERVING))


def goal_rows(page: Any) -> list[dict[str, Any]]:
    """Return the goals a page serves."""
    keys = [goal.translation_key for goal in page.goals.all()]
    return page_rows(BasePage.objects.filter(translation_key__in=keys, live=True).order_by("path")) if keys else []


def _of_project(page: Any) -> dict[str, Any]:
    news = NewsPage.objects.filter(project__translation_key=page.translation_key, live=True).order_by("-date")
    sentence = acknowledgement_data(page.acknowledgement) if page.acknowledgement else None
    return {
        "programme": page.programme.label() if page.programme else page.programme_name,
        "call": page.call.label() if page.call else "",
        "money": money_of(page),
        "acknowledgement": sentence,
        "logo": _picture(page.logo, spec="max-400x200"),
        "partners": [_partner(row) for row in page.partners.select_related("organisation", "logo")],
        "parts": page_rows(BasePage.objects.below(page).filter(live=True, depth=page.depth + 1)),
        "outputs": page_rows(news),
    }


def _picture(image: Any, *, spec: str) -> dict[str, Any] | None:
    if image is None:
        return None
    rendition = image.get_rendition(spec)
    size = {"width": rendition.width, "height": rendition.height}
    return {"src": rendition.url, "alt": image.description or image.title, "audience": image.audience_id, **size}


def _partner(row: Any) -> dict[str, Any]:
    english = (get_language() or "").startswith("en")
    public = row.organisation and row.organisation.audience_id == PUBLIC and row.organisation.state == "published"
    return {
        "name": (row.name_en if english else "") or row.name,
        "href": row.organisation.get_absolute_url() if public else "",
        "role": str(row.get_role_display()),
        "is_lead": row.role == "lead",
        "country": country_name(row.country) if row.country else "",
        "logo": _picture(row.logo, spec="max-240x120"),
    }
