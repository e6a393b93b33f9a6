"""Areas, target groups and instruments: the words by which everything is sorted."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vocabulary.models.entry import Entry, EntryQuerySet


class Area(Entry):
    """A field of local integration, such as housing. Twenty stable codes."""

    objects = EntryQuerySet["Area"].as_manager()

    class Meta(Entry.Meta):
        verbose_name = _("area")
        verbose_name_plural = _("areas")

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("vocabulary:area", args=[self.code])


class TargetGroup(Entry):
    """Whom something is for."""

    vulnerable = models.BooleanField(_("vulnerable group"), default=False)

    objects = EntryQuerySet["TargetGroup"].as_manager()

    class Meta(Entry.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


class Instrument(Entry):
    """The way something is done, such as a course or outreach work."""

    objects = EntryQuerySet["Instrument"].as_manager()

    class Meta(Entry.Meta):
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
