"""Links in rich text: every target of a page is read by one statement, whatever the number of paragraphs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from cms.models import BasePage, SiteDocument
from cms.services.addresses import address_of
from core.audiences import PUBLIC

_targets: ContextVar[dict[tuple[str, str], str] | None] = ContextVar("link_targets", default=None)
_PAGE = re.compile(r'linktype=\\?"page\\?"[^>]*?\bid=\\?"(\d+)|\bid=\\?"(\d+)\\?"[^>]*?linktype=\\?"page')
_DOCUMENT = re.compile(r'linktype=\\?"document\\?"[^>]*?\bid=\\?"(\d+)|\bid=\\?"(\d+)\\?"[^>]*?linktype=\\?"document')


@contextmanager
def targets_of(source: str) -> Iterator[None]:
    """Read the addresses of everything the raw text links to; inside, links ask the database for nothing."""
    token = _targets.set({**_pages(_ids(_PAGE, source)), **_documents(_ids(_DOCUMENT, source))})
    try:
        yield
    finally:
        _targets.reset(token)


def _ids(pattern: re.Pattern[str], source: str) -> set[str]:
    return {first or second for first, second in pattern.findall(source)}


def _pages(ids: set[str]) -> dict[tuple[str, str], str]:
    """Return addresses; that of a page for few holds no word of its title, for the text is kept for all readers."""
    if not ids:
        return {}
    language = get_language() or settings.LANGUAGE_CODE
    rows = (
        BasePage.objects.filter(pk__in=ids, live=True).order_by().values_list("pk", "url_path", "audience_id", "kind")
    )
    return {
        ("page", str(pk)): address_of(path, language=language) if rule == PUBLIC or not kind else f"/go/{kind}/{pk}/"
        for pk, path, rule, kind in rows
    }


def _documents(ids: set[str]) -> dict[tuple[str, str], str]:
    """Return addresses; that of a file for few does not say its name."""
    rows = SiteDocument.objects.filter(pk__in=ids) if ids else []
    return {("document", str(row.pk)): row.url if row.audience_id == PUBLIC else row.nameless_url for row in rows}


def _opening(kind: str, pk: Any) -> str:
    known = _targets.get()
    if known is None:
        known = _pages({str(pk)}) if kind == "page" else _documents({str(pk)})
    href = known.get((kind, str(pk)))
    return f'<a href="{escape(href)}">' if href else "<a>"


class PageLinks(PageLinkHandler):
    """Links to pages lead under the reader's language."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return the opening tags."""
        return [_opening("page", attrs.get("id", "")) for attrs in attrs_list]


class DocumentLinks(DocumentLinkHandler):
    """Links to files."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return the opening tags."""
        return [_opening("document", attrs.get("id", "")) for attrs in attrs_list]
