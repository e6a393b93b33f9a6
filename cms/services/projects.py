"""The list of funded projects, newest first; parts of a project stand on its page."""

from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils.translation import get_language

from cms.models import FundedProjectPage
from core.text_fields import language_name

MOST = 200
LIST_DEPTH = 4


def project_list(page: Any, *, request: Any) -> dict[str, Any]:
    """Return the projects a viewer may read, each once, preferring her language."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    rows = FundedProjectPage.objects.visible_to(request.viewer).preferring(language).filter(depth=LIST_DEPTH)
    rows = rows.select_related("locale", "programme").order_by(F("starts_on").desc(nulls_last=True), "pk")
    return {"projects": [_row(row, language) for row in rows[:MOST]]}


def _row(row: Any, language: str) -> dict[str, Any]:
    return {
        "title": row.title,
        "href": row.get_absolute_url(),
        "lang": row.language,
        "text": row.summary,
        "lang_label": "" if row.language == language else language_name(row.language),
        "programme": row.programme.label() if row.programme else row.programme_name,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
    }
