"""A topic: title, language, and what lists show of its posts. Its audience never changes by itself."""

from typing import Any

from anyascii import anyascii
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.items import Item
from core.texts import TextsField
from forums.models.forum import Forum
from forums.querysets import TopicQuerySet

PAGE = 20
TITLE_LENGTH = 150
GIST_LENGTH = 300


class Topic(Item):
    """Posts under one title. `last_position` is the highest given, `post_count` counts what is published."""

    platform = models.ForeignKey("platforms.Platform", on_delete=models.PROTECT, related_name="+")
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="topics")
    on_behalf_of = models.ForeignKey(
        "organisations.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    slug = models.SlugField(max_length=80, editable=False)
    language = models.CharField(_("language"), max_length=35, default="cs")
    titles = TextsField(_("title in further languages"))
    gists = TextsField(_("gist in further languages"))
    gist_marks = models.JSONField(default=dict, blank=True, editable=False)  # language → {"by": id, "at": time}
    areas = models.ManyToManyField("vocabulary.Area", blank=True, related_name="+", verbose_name=_("areas"))
    pinned = models.BooleanField(_("pinned"), default=False)
    locked = models.BooleanField(_("locked"), default=False)
    last_position = models.PositiveIntegerField(default=0, editable=False)
    post_count = models.PositiveIntegerField(default=0, editable=False)
    last_post_at = models.DateTimeField(editable=False)
    last_post = models.ForeignKey(
        "forums.Post", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    last_author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        indexes = [
            models.Index(fields=["forum", "state", "-pinned", "-last_post_at", "-id"], name="topic_in_forum"),
            models.Index(fields=["state", "-last_post_at", "-id"], name="topic_latest"),
            models.Index(fields=["platform", "state", "-last_post_at", "-id"], name="topic_on_platform"),
            models.Index(fields=["author", "-created_at"], name="topic_of_author"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the readable part of the address in step with the title."""
        self.slug = slugify(anyascii(self.title))[:60].strip("-") or "topic"
        fields = kwargs.get("update_fields")
        if fields is not None and "title" in fields:
            kwargs["update_fields"] = {*fields, "slug"}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("forums:topic", args=[self.pk, self.slug])

    @property
    def pages(self) -> int:
        """How many pages its positions fill."""
        return page_of(self.last_position)


def page_of(position: int) -> int:
    """Return the number of the page that holds a position; pages hold positions 1-20, 21-40, …"""
    return max(0, position - 1) // PAGE + 1
