"""Translates wagtail's and Django's signals at the edge; what a save announces needs none of them."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_unpublished, post_page_move

from cms.models import BasePage
from cms.services.changes import page_deleted, page_moved, unpublished_past_our_save


@receiver(post_page_move, dispatch_uid="cms.on_moved")
def on_moved(instance: Any, **_: Any) -> None:
    """Take over the audience of the new place."""
    if isinstance(instance.specific_deferred, BasePage):
        page_moved(instance)


@receiver(page_unpublished, dispatch_uid="cms.on_unpublished")
def on_unpublished(instance: Any, **_: Any) -> None:
    """Catch what was unpublished without the page's own save."""
    if isinstance(instance, BasePage) and not getattr(instance, "unpublishing_announced", False):
        unpublished_past_our_save(instance)


@receiver(post_delete, sender=BasePage, dispatch_uid="cms.on_deleted")
def on_deleted(instance: Any, **_: Any) -> None:
    """Announce it in the transaction of the deletion."""
    page_deleted(instance.pk)
