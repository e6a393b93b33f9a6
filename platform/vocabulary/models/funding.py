"""Where money comes from: a funder has programmes, a programme has calls."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vocabulary.models.entry import Entry, EntryQuerySet


class Funder(Entry):
    """Who gives the money."""

    objects = EntryQuerySet["Funder"].as_manager()

    class Meta(Entry.Meta):
        verbose_name = _("funder")
        verbose_name_plural = _("funders")


class Programme(Entry):
    """A programme of a funder, in one period."""

    funder = models.ForeignKey(Funder, on_delete=models.PROTECT, related_name="programmes", verbose_name=_("funder"))
    period = models.CharField(_("period"), max_length=20, blank=True)

    objects = EntryQuerySet["Programme"].as_manager()

    class Meta(Entry.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")


class Call(Entry):
    """A call for proposals of a programme."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="calls", verbose_name=_("programme")
    )
    number = models.CharField(_("number"), max_length=40, blank=True)

    objects = EntryQuerySet["Call"].as_manager()

    class Meta(Entry.Meta):
        verbose_name = _("call")
        verbose_name_plural = _("calls")

    def label(self) -> str:
        """Return its number and name, such as "124: Support of the innovation environment"."""
        name = super().label()
        return f"{self.number}: {name}" if self.number else name
