"""What every item's table has, and the rule of reading it, said twice: `visible_to` in SQL, `may_view` for a row."""

from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from core.states import State
from core.viewer import Viewer

M = TypeVar("M", bound=models.Model)


def visible_filter(viewer: Viewer, *, author: str = "author", platform: str = "platform") -> Q:
    """Return the condition under which rows with audience, state, author and platform are there for the viewer."""
    readable = Q(audience_id__in=viewer.audiences)
    if viewer.is_admin:
        return readable
    unpublished = Q(pk__in=())
    if viewer.is_member:
        unpublished |= Q(**{f"{author}_id": viewer.person_id})
    if moderated := viewer.platforms_with("moderate"):
        unpublished |= Q(**{f"{platform}_id__in": moderated})
    return readable & (Q(state=State.PUBLISHED) | unpublished)


class ItemQuerySet(models.QuerySet[M]):
    """Rows of a kind of item."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Return what is there for the viewer: audience satisfied, and published, her own, or hers to moderate."""
        return self.filter(visible_filter(viewer))

    def published(self) -> Self:
        """Return what is published, whoever may read it."""
        return self.filter(state=State.PUBLISHED)


class Item(models.Model):
    """Audience, state, author and version of an item. `platform` is added by apps that have one."""

    audience = models.ForeignKey("core.Audience", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PUBLISHED)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True

    def can_be_viewed_by(self, viewer: Viewer) -> bool:
        """Return whether the item is there for the viewer: the twin of `ItemQuerySet.visible_to`."""
        return may_view(viewer, self)


def may_view(viewer: Viewer, item: Any) -> bool:
    """Say for one loaded row what `visible_filter` says in SQL."""
    if not viewer.satisfies(item.audience_id):
        return False
    if item.state == State.PUBLISHED or viewer.is_admin:
        return True
    own = viewer.is_member and item.author_id == viewer.person_id
    return own or viewer.may("moderate", platform_id=getattr(item, "platform_id", None))
