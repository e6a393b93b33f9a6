"""A post and its earlier versions. A position is given at publication and stays, whatever becomes of the post."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.items import Item, may_view
from core.richtext.model import RichTextMixin
from core.viewer import Viewer
from forums.models.topic import Topic, page_of
from forums.querysets import PostQuerySet


class Post(Item, RichTextMixin):
    """One contribution to a topic, in its own language. Its audience is its topic's."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="posts")
    position = models.PositiveIntegerField(null=True, blank=True, editable=False)
    on_behalf_of = models.ForeignKey(
        "organisations.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(_("language"), max_length=35, default="cs")
    file_count = models.PositiveSmallIntegerField(default=0, editable=False)
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    edit_count = models.PositiveIntegerField(default=0, editable=False)
    form_token = models.CharField(max_length=40, blank=True, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.UniqueConstraint(fields=["topic", "position"], name="post_position_once"),
            models.UniqueConstraint(
                fields=["author", "form_token"], condition=~Q(form_token=""), name="post_sent_once"
            ),
        ]
        indexes = [models.Index(fields=["author", "state", "-created_at"], name="post_of_author")]

    def __str__(self) -> str:
        return f"{self.topic_id}#{self.position}"

    @property
    def platform_id(self) -> int:
        """The platform on which it is moderated: its topic's."""
        return self.topic.platform_id

    def can_be_viewed_by(self, viewer: Viewer) -> bool:
        """Return whether the post is there for the viewer: the twin of `PostQuerySet.visible_to`."""
        return may_view(viewer, self) and may_view(viewer, self.topic)

    def get_absolute_url(self) -> str:
        """Return the address of its page with the post in sight."""
        return f"{self.topic.get_absolute_url()}{page_query(self.position or 1)}#post-{self.pk}"


class PostVersion(models.Model):
    """What a post said before an edit. Rows are only added."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    language = models.CharField(max_length=35)
    body_html = models.TextField(blank=True)
    body_text = models.TextField(blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("earlier version of a post")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["post", "number"], name="post_version_once")]

    def __str__(self) -> str:
        return f"{self.post_id} v{self.number}"


def page_query(position: int) -> str:
    """Return the query that leads to the page of a position: nothing for the first page."""
    page: Any = page_of(position)
    return f"?page={page}" if page > 1 else ""
