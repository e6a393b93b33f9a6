"""Hides and shows pages for moderators; everything else about publishing is wagtail's."""

from typing import Any

from django.db import transaction


@transaction.atomic
def hide_page(page: Any, *, by: Any) -> bool:
    """Take a page offline; return whether that changed anything. Its revisions stay."""
    if not page.live:
        return False
    page.specific.unpublish(user=by if getattr(by, "pk", None) else None)
    return True


@transaction.atomic
def restore_page(page: Any, *, by: Any) -> bool:
    """Put a page online again as it is stored; return whether that changed anything."""
    if page.live:
        return False
    whole = page.specific
    whole.live = True
    whole.has_unpublished_changes = False
    whole.save(clean=False)
    return True
