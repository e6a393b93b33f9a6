"""What follows when a page changes: pages below take over its audience, and what is live is announced."""

from collections import defaultdict
from typing import Any

from django.db import transaction
from django.db.models import F

from cms.events import PageDeleted, PagePublished, PageUnpublished
from cms.models import BasePage
from core.outbox import publish
from core.site import raise_epoch


def announce(page: Any, *, before: dict[str, Any] | None) -> None:
    """Publish what a save changed for readers; called in its transaction."""
    was_live = bool(before and before["live"])
    if page.live:
        publish(PagePublished(page_id=page.pk))
    elif was_live:
        publish(PageUnpublished(page_id=page.pk))
        page.unpublishing_announced = True
    if page.live or was_live:
        raise_epoch()
    if before and before["audience_id"] != page.audience_id:
        spread_audience(page)


@transaction.atomic
def spread_audience(page: Any) -> int:
    """Give the pages below the audience of the nearest page above that has one of its own; return how many changed."""
    rows = BasePage.objects.below(page).values_list("pk", "path", "own_audience_id", "audience_id", "live")
    known, changed, live = {page.path: page.audience_id}, defaultdict(list), []
    for pk, path, own, stored, is_live in rows:
        known[path] = own or known[path[: -page.steplen]]
        if known[path] != stored:
            changed[known[path]].append(pk)
            live += [pk] if is_live else []
    for rule, ids in changed.items():
        BasePage.objects.filter(pk__in=ids).update(audience_id=rule, version=F("version") + 1)
    for pk in live:
        publish(PagePublished(page_id=pk))
    return sum(len(ids) for ids in changed.values())


@transaction.atomic
def page_moved(page: Any) -> None:
    """Set the audience of its new place and announce the page and everything below it."""
    row = BasePage.objects.get(pk=page.pk)
    BasePage.objects.filter(pk=row.pk).update(audience_id=row.own_audience_id or row.inherited_audience())
    row.refresh_from_db()
    spread_audience(row)
    for pk in BasePage.objects.filter(path__startswith=row.path, live=True).values_list("pk", flat=True):
        publish(PagePublished(page_id=pk))
    raise_epoch()


@transaction.atomic
def page_deleted(page_id: int) -> None:
    """Announce that a page is gone."""
    publish(PageDeleted(page_id=page_id))
    raise_epoch()


@transaction.atomic
def unpublished_past_our_save(page: Any) -> None:
    """Announce a page that wagtail unpublished through its own base row (an expired page)."""
    BasePage.objects.filter(pk=page.pk).update(version=F("version") + 1)
    publish(PageUnpublished(page_id=page.pk))
    raise_epoch()
