"""What hangs on any page: files to download."""

from django.db import models
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
