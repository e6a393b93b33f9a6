"""Lists of news: newest first, calls that are open by their deadline; one row of each set of translations."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from cms.models import NewsKind, NewsPage
from cms.services.calls import standing_of
from core.text_fields import language_name
from core.viewer import Viewer

PAGE = 20
MOST_OPEN_CALLS = 100
LATEST = 4


def readable_news(viewer: Viewer) -> Any:
    """Return the news a viewer may read, each once, preferring her language."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    rows = NewsPage.objects.visible_to(viewer).preferring(language)
    return rows.select_related("locale", "organisation").order_by("-date", "-pk")


def open_calls(viewer: Viewer, *, today: dt.date | None = None) -> Any:
    """Return the calls for which one may still apply, the nearest deadline first."""
    return readable_news(viewer).filter(_open_now(today)).order_by(F("deadline").asc(nulls_last=True), "pk")


def _open_now(today: dt.date | None = None) -> Q:
    """Return the condition of a call that is open: nothing is stored, so it closes itself at midnight."""
    day = today or timezone.localdate()
    return Q(news_kind=NewsKind.CALL) & (Q(deadline__gte=day) | Q(deadline=None))


def news_list(page: Any, *, request: Any) -> dict[str, Any]:
    """Return the rows of the list of news with its filter and pager; `?kind=` and `?before=` narrow it.

    Open calls stand above the others, the nearest deadline first.
    """
    kind = request.GET.get("kind", "")
    kind = kind if kind in NewsKind.values else ""
    rows = readable_news(request.viewer)
    opened: list[Any] = []
    if kind:
        rows = rows.filter(news_kind=kind)
    if kind in {"", NewsKind.CALL}:
        first = not request.GET.get("before")
        opened = list(open_calls(request.viewer)[:MOST_OPEN_CALLS]) if first else []
        rows = rows.exclude(_open_now())
    shown = list(_before(rows, request.GET.get("before", ""))[: PAGE + 1])
    more = shown[PAGE - 1] if len(shown) > PAGE else None
    return {
        "kind": kind,
        "tabs": _tabs(kind),
        "open_calls": [news_row(row) for row in opened],
        "rows": [news_row(row) for row in shown[:PAGE]],
        "pager": {"older": _older(more, kind=kind)} if more else {},
    }


def news_row(row: Any) -> dict[str, Any]:
    """Return what a card of a piece of news shows."""
    standing = standing_of(row)
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return {
        "kind": row.look,
        "kind_label": row.get_news_kind_display(),
        "title": row.title,
        "href": row.get_absolute_url(),
        "lang": row.language,
        "lang_label": "" if row.language == language else language_name(row.language),
        "text": row.summary,
        "when": row.date,
        "organisation": row.organisation.name if row.organisation else "",
        "state": standing.word if standing else "",
        "state_tone": standing.tone if standing else "",
        "state_icon": standing.icon if standing else "",
        **_day(row, left=standing.left if standing else ""),
    }


def _day(row: Any, *, left: str) -> dict[str, Any]:
    """Return the day to keep in mind: a call's deadline, or from when (or at least as of when) a law applies."""
    if row.is_call and row.deadline:
        return {"day": row.deadline, "day_label": _("Deadline"), "day_note": left}
    if row.news_kind == NewsKind.LAW and row.in_force_from:
        return {"day": row.in_force_from, "day_label": _("In force from"), "day_note": ""}
    if row.news_kind == NewsKind.LAW and row.valid_as_of:
        return {"day": row.valid_as_of, "day_label": _("Valid as of"), "day_note": ""}
    return {}


def _before(rows: Any, position: str) -> Any:
    day, _dot, key = position.partition("_")
    try:
        date = parse_date(day)
    except ValueError:
        date = None
    if date is None or not key.isdecimal() or len(key) > 18:
        return rows
    return rows.filter(Q(date__lt=date) | Q(date=date, pk__lt=int(key)))


def _older(row: Any, *, kind: str) -> str:
    narrowed = f"kind={kind}&" if kind else ""
    return f"?{narrowed}before={row.date.isoformat()}_{row.pk}"


def _tabs(kind: str) -> list[dict[str, Any]]:
    choices = {
        "": _("All"),
        NewsKind.NEWS: pgettext("several", "News"),
        NewsKind.CALL: pgettext("several", "Calls"),
        NewsKind.PUBLICATION: pgettext("several", "Publications"),
        NewsKind.LAW: pgettext("several", "Changes of law"),
    }
    return [
        {"label": label, "href": f"?kind={value}" if value else "?", "current": value == kind}
        for value, label in choices.items()
    ]
