"""What the website shows elsewhere: pages of an area, a place or a platform, and news on the home page."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.models import BasePage
from cms.services.news import LATEST, news_row, open_calls, readable_news
from core.panels import Panel, register_panel
from core.viewer import Viewer

SHOWN = 8
BESIDE = 4


def _latest_news(about: Any, viewer: Viewer) -> dict[str, Any] | None:
    rows = [news_row(row) for row in readable_news(viewer)[:LATEST]]
    return {"rows": rows} if rows else None


def _open_calls(about: Any, viewer: Viewer) -> dict[str, Any] | None:
    rows = [news_row(row) for row in open_calls(viewer)[:LATEST]]
    return {"rows": rows} if rows else None


def _of_platform(platform: Any, viewer: Viewer) -> dict[str, Any] | None:
    rows = [news_row(row) for row in readable_news(viewer).filter(platform=platform)[:LATEST]]
    return {"rows": rows} if rows else None


def _pages_of_platform(platform: Any, viewer: Viewer) -> dict[str, Any] | None:
    return _pages(viewer, platform=platform, kind__in=["handbook", "project_page", "page"])


def _new_for_member(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    if not viewer.is_member:
        return None
    found = _pages(viewer, shown=BESIDE, kind__in=["handbook", "project_page"])
    rows = [_line(page, when=page.last_published_at) for page in found["pages"]] if found else []
    return {"title": _("New in the knowledge base"), "rows": rows} if rows else None


def _coming_up(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    """Return the calls with the nearest deadlines."""
    if not viewer.is_member:
        return None
    rows = [_line(call, when=call.deadline) for call in open_calls(viewer).exclude(deadline=None)[:BESIDE]]
    return {"title": _("Coming up"), "rows": rows, "dated": _("deadline")} if rows else None


def _latest_for_member(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    if not viewer.is_member:
        return None
    rows = [_line(row, when=row.date) for row in readable_news(viewer)[:BESIDE]]
    return {"title": _("News"), "rows": rows} if rows else None


def _line(page: Any, *, when: Any) -> dict[str, Any]:
    return {"title": page.title, "href": page.get_absolute_url(), "lang": page.language, "when": when}


def _editing(person: Any, _viewer: Viewer) -> dict[str, Any] | None:
    return {} if person.has_perm("wagtailadmin.access_admin") else None


def _of_area(area: Any, viewer: Viewer) -> dict[str, Any] | None:
    return _pages(viewer, areas=area)


def _of_territory(territory: Any, viewer: Viewer) -> dict[str, Any] | None:
    return _pages(viewer, territories__path__startswith=territory.path)


def _pages(viewer: Viewer, *, shown: int = SHOWN, **condition: Any) -> dict[str, Any] | None:
    """Return the newest items of the website under a condition, by one statement."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    ids = BasePage.objects.filter(**condition).order_by().values("pk")
    rows = BasePage.objects.visible_to(viewer).filter(pk__in=ids).exclude(kind="").preferring(language)
    pages = list(rows.select_related("locale", "organisation").order_by("-last_published_at", "-pk")[:shown])
    return {"pages": pages} if pages else None


def register_panels() -> None:
    """Register the panels of the website."""
    news, mixed = "cms/panels/_news.html", "cms/panels/_pages.html"
    register_panel(Panel(place="home.news", name="cms.news", template=news, provide=_latest_news))
    register_panel(Panel(place="home.calls", name="cms.calls", template=news, provide=_open_calls))
    register_panel(Panel(place="platform", name="cms.news", template=news, provide=_of_platform, order=60))
    register_panel(Panel(place="platform", name="cms.pages", template=mixed, provide=_pages_of_platform, order=65))
    beside = "cms/panels/_beside.html"
    for name, provide, order in (
        ("cms.calls", _coming_up, 10),
        ("cms.pages", _new_for_member, 20),
        ("cms.news", _latest_for_member, 30),
    ):
        register_panel(Panel(place="home.member.rail", name=name, template=beside, provide=provide, order=order))
    mine = "cms/panels/_editing.html"
    register_panel(Panel(place="me", name="cms.editing", template=mine, provide=_editing, order=30))
    register_panel(Panel(place="area", name="cms.pages", template=mixed, provide=_of_area, order=20))
    register_panel(Panel(place="territory", name="cms.pages", template=mixed, provide=_of_territory, order=40))
