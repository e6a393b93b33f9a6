"""What every row of the vocabulary has. Codes are stored by reference everywhere, so a code never changes."""

from collections.abc import Iterable
from typing import Any, Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.site import raise_epoch
from core.texts import TextsField, pick

M = TypeVar("M", bound=models.Model)


class EntryQuerySet(models.QuerySet[M]):
    """Rows of one list of the vocabulary."""

    def with_codes(self, codes: Iterable[str]) -> Self:
        """Return the rows that have one of these codes; unknown codes are left out."""
        return self.filter(code__in=list(codes))


class Entry(models.Model):
    """A code, its names, its place in the list, and whether a person edited it.

    The loader writes in bulk; what is saved one by one was changed by a person, and no load touches it.
    """

    code = models.CharField(_("code"), max_length=20, unique=True)
    names = TextsField(_("name"), blank=False)
    order = models.PositiveIntegerField(_("order"), default=1000)
    edited = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.label()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it as edited by a person; its name stands on many pages."""
        self.edited = True
        super().save(*args, **kwargs)
        raise_epoch()

    def label(self) -> str:
        """Return the name in the reader's language."""
        return pick(self.names) or self.code

    @property
    def name(self) -> str:
        """The name in the reader's language, for templates."""
        return self.label()
