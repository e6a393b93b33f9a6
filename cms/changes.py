"""Which page events change which items. A deleted page no longer says of which kind it was: every kind is told."""

from cms.events import PageDeleted, PagePublished, PageUnpublished
from cms.items import KINDS
from cms.models import BasePage
from core.changes import Reference, changes_items


def live_or_not(event: PagePublished | PageUnpublished) -> list[Reference]:
    """Return the page as an item; the home page and lists are none."""
    codes = BasePage.objects.filter(pk=event.page_id).exclude(kind="").values_list("kind", flat=True)
    return [(code, event.page_id) for code in codes]


def deleted(event: PageDeleted) -> list[Reference]:
    """Return the id under every kind a page can be."""
    return [(kind.code, event.page_id) for kind in KINDS]


changes_items(PagePublished, live_or_not)
changes_items(PageUnpublished, live_or_not)
changes_items(PageDeleted, deleted)
