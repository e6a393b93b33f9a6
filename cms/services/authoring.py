"""Makes pages as an editor would: added as a draft, then published by a revision, so that its history begins there."""

from typing import Any

from django.db import transaction
from wagtail.models import Locale

from cms.models import HomePage


@transaction.atomic
def add_page(
    model: Any, *, parent: Any, language: str, translation_of: Any = None, by: Any = None, **fields: Any
) -> Any:
    """Create and publish a page in a language; `translation_of` is the page it translates. Returns the page."""
    page = model(live=False, owner=by, locale=Locale.objects.get(language_code=language), **fields)
    if translation_of is not None:
        page.translation_key = translation_of.translation_key
    parent.add_child(instance=page)
    return publish(page, by=by)


def publish(page: Any, *, by: Any = None) -> Any:
    """Publish a page as it stands; returns the page as it is stored."""
    page.save_revision(user=by).publish(user=by)
    page.refresh_from_db()
    return page


def home_in(language: str) -> Any:
    """Return the home page of a language, or None."""
    return HomePage.objects.filter(locale__language_code=language).first()


@transaction.atomic
def compose_home(page: Any, *, words: dict[str, Any], by: Any = None) -> Any:
    """Fill a home page: opening, what and who, where to begin, and the live blocks. Returns the page."""
    page.title = words["title"]
    page.summary = words.get("lead", "")[:300]
    page.body = list(_home_blocks(words))
    return publish(page, by=by)


def _home_blocks(words: dict[str, Any]) -> Any:
    yield "hero", {"heading": words["hero"], "lead": words.get("lead", "")}
    if words.get("begin"):
        steps = [{"title": row["title"], "text": row["text"], "target": row["target"]} for row in words["begin"]]
        yield "steps", {"heading": words["begin_heading"], "steps": steps}
    yield "live", {"heading": "", "place": "home.topics"}
    yield "live", {"heading": "", "place": "home.platforms"}
    yield "live", {"heading": "", "place": "home.news"}
    yield "live", {"heading": "", "place": "home.subscribe"}
    for part in ("what", "who"):
        if words.get(part):
            yield "section", {"heading": words[f"{part}_heading"], "text": words[part]}
