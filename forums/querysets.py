"""Which topics and posts are there for a viewer. A post is there when it and its topic are."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import F, FilteredRelation, OuterRef, Q, Subquery

from core.items import ItemQuerySet, visible_filter
from core.states import State
from core.viewer import Viewer
from following.models import Follow

if TYPE_CHECKING:
    from forums.models import Post, Topic  # noqa: F401  named in the string types below


class TopicQuerySet(ItemQuerySet["Topic"]):
    """Topics."""

    def for_rows(self, viewer: Viewer) -> Self:
        """Return the visible topics with all that a row of a list shows, in one statement."""
        rows = self.visible_to(viewer).exclude(state=State.DELETED)
        rows = rows.select_related("author", "on_behalf_of", "platform", "forum").defer(
            "platform__about", "forum__about"
        )
        return rows.with_read_position(viewer)

    def with_read_position(self, viewer: Viewer) -> Self:
        """Add `read_position`: how far the viewer has read each topic, None when she never opened it."""
        if not viewer.is_member:
            return self
        mine = FilteredRelation("read_marks", condition=Q(read_marks__person_id=viewer.person_id))
        return self.annotate(my_mark=mine).annotate(read_position=F("my_mark__position"))

    def unread(self, *, since: datetime) -> Self:
        """Keep what has posts the viewer has not read; a topic she never opened counts when it moved after `since`.

        Only after `with_read_position` of a member.
        """
        return self.filter(
            Q(read_position__lt=F("last_position")) | Q(read_position=None, last_post_at__gt=since, last_position__gt=0)
        )

    def with_follow_level(self, viewer: Viewer) -> Self:
        """Add `follow_level`: the level at which the viewer follows each topic, None when she never chose one."""
        if not viewer.is_member:
            return self
        follows = Follow.objects.filter(person_id=viewer.person_id, kind="topic", object_id=OuterRef("pk"))
        return self.annotate(follow_level=Subquery(follows.values("level")[:1]))


class PostQuerySet(ItemQuerySet["Post"]):
    """Posts."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Return the posts that are there for the viewer, in topics that are there for her."""
        rows = self.filter(visible_filter(viewer, platform="topic__platform"))
        if viewer.is_admin:
            return rows
        in_topic = Q(topic__state=State.PUBLISHED)
        if viewer.is_member:
            in_topic |= Q(topic__author_id=viewer.person_id)
        if moderated := viewer.platforms_with("moderate"):
            in_topic |= Q(topic__platform_id__in=moderated)
        return rows.filter(in_topic)

    def between(self, first: int, last: int) -> Self:
        """Return the posts of a range of positions in their order: one page of a topic."""
        return self.filter(position__gte=first, position__lte=last).order_by("position")
