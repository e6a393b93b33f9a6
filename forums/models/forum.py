"""A forum of a platform. Its audience is what new topics get; widening it publishes only what is started afterwards."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.items import Item, ItemQuerySet
from core.texts import TextsField, pick


class Right(models.TextChoices):
    """Stored words of who may start a topic or reply."""

    SITE = "site", _("everybody who is signed in")
    CONTRIBUTE = "contribute", _("members of the platform")
    MODERATE = "moderate", _("moderators")


class Forum(Item):
    """Names and rules of one forum, and counters of what is published in it, kept by `forums.services`."""

    platform = models.ForeignKey("platforms.Platform", on_delete=models.PROTECT, related_name="forums")
    slug = models.SlugField(_("address"), max_length=60)
    names = TextsField(_("name"), blank=False)
    about = TextsField(_("what it is for"))
    order = models.PositiveSmallIntegerField(_("order"), default=50)
    start_right = models.CharField(
        _("who starts topics"), max_length=12, choices=Right.choices, default=Right.CONTRIBUTE
    )
    reply_right = models.CharField(_("who replies"), max_length=12, choices=Right.choices, default=Right.CONTRIBUTE)
    topic_count = models.PositiveIntegerField(default=0, editable=False)
    post_count = models.PositiveIntegerField(default=0, editable=False)
    last_topic = models.ForeignKey(
        "forums.Topic", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    last_post_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ItemQuerySet["Forum"].as_manager()

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["platform", "slug"], name="forum_slug_once")]

    def __str__(self) -> str:
        return pick(self.names)

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return pick(self.names)

    @property
    def about_text(self) -> str:
        """What it is for, in the reader's language."""
        return pick(self.about)

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("forums:forum", args=[self.platform.slug, self.slug])
