"""The platform itself. Its visibility becomes its audience; who belongs to it stands in Membership."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.items import Item
from core.texts import TextsField, pick, sort_key
from platforms.permissions import members_rule
from platforms.querysets import PlatformQuerySet


class Level(models.TextChoices):
    """Stored words of a platform's reach."""

    REGIONAL = "regional", _("regional")
    NATIONAL = "national", _("national")
    INTERNATIONAL = "international", _("international")


class Visibility(models.TextChoices):
    """Who sees that the platform exists."""

    PUBLIC = "public", _("public: everybody sees it")
    LISTED = "listed", _("listed: members of the network see it")
    HIDDEN = "hidden", _("hidden: only its own people see it")


class Joining(models.TextChoices):
    """How one comes in."""

    OPEN = "open", _("open: anybody signed in may join")
    REQUEST = "request", _("on request: a coordinator decides")
    INVITATION = "invitation", _("by invitation only")


JOINING_WORDS = {
    Joining.OPEN: _("open to all"),
    Joining.REQUEST: _("joining on request"),
    Joining.INVITATION: _("by invitation"),
}


class Platform(Item):
    """A thematic platform: names per language, reach, territories, areas, and how one joins."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    names = TextsField(_("name"), blank=False)
    sort_name = models.CharField(max_length=200, editable=False, db_index=True)
    about = TextsField(_("what it is for"))
    level = models.CharField(_("reach"), max_length=14, choices=Level.choices, default=Level.REGIONAL)
    visibility = models.CharField(max_length=8, choices=Visibility.choices, default=Visibility.PUBLIC)
    joining = models.CharField(_("joining"), max_length=10, choices=Joining.choices, default=Joining.OPEN)
    territories = models.ManyToManyField("vocabulary.Territory", blank=True, related_name="platforms")
    areas = models.ManyToManyField("vocabulary.Area", blank=True, related_name="platforms")
    languages = models.JSONField(_("languages used"), default=list, blank=True)
    member_count = models.PositiveIntegerField(default=0, editable=False)
    organisation_count = models.PositiveIntegerField(default=0, editable=False)

    objects = PlatformQuerySet.as_manager()

    class Meta:
        verbose_name = _("platform")
        verbose_name_plural = _("platforms")
        ordering = ["sort_name", "pk"]

    def __str__(self) -> str:
        return pick(self.names)

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the sort key in step with the name."""
        self.sort_name = sort_key(pick(self.names, languages=["cs"]))
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return pick(self.names)

    @property
    def about_text(self) -> str:
        """What it is for, in the reader's language."""
        return pick(self.about)

    @property
    def joining_word(self) -> str:
        """How one comes in, in one or two words."""
        return str(JOINING_WORDS[Joining(self.joining)])

    @property
    def members_rule(self) -> str:
        """The audience of its own people."""
        return members_rule(self.pk)

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("platforms:platform", args=[self.slug])
