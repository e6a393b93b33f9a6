"""What hangs on any page: who wrote it, and files to download."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from cms.models.base import BasePage


class PageDownload(Orderable):
    """A file offered on a page, under a title of its own."""

    page = ParentalKey(BasePage, on_delete=models.CASCADE, related_name="downloads")
    document = models.ForeignKey("cms.SiteDocument", on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    title = models.CharField(_("title"), max_length=200, blank=True)

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("download")
        verbose_name_plural = _("downloads")

    def __str__(self) -> str:
        return self.title or str(self.document)


class PageAuthor(Orderable):
    """Who wrote a page: a person of this site, or a name alone. She stands there while she has not left."""

    page = ParentalKey(BasePage, on_delete=models.CASCADE, related_name="authors")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("person on this site"),
    )
    name = models.CharField(
        _("or a name"), max_length=120, blank=True, help_text=_("For somebody who has no account here.")
    )

    panels: ClassVar[list[FieldPanel]] = [FieldPanel("person"), FieldPanel("name")]

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        constraints = [models.CheckConstraint(condition=Q(person__isnull=False) | ~Q(name=""), name="author_is_named")]

    def __str__(self) -> str:
        return self.person.get_full_name() if self.person else self.name

    def clean(self) -> None:
        """Ask for one of the two."""
        super().clean()
        if self.person is None and not self.name:
            raise ValidationError({"name": _("Choose a person or write a name.")})
