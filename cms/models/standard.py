"""Plain pages: about, help, privacy, terms, accessibility, and whatever an editor adds."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField

from cms.blocks import ContentBlocks, plain_text
from cms.models.base import BasePage


class StandardPage(BasePage):
    """Text with headings, images and downloads. "Show in menus" puts it into the footer."""

    kind_code = "page"

    body = StreamField(ContentBlocks(), blank=True, verbose_name=_("text"))
    valid_as_of = models.DateField(_("valid as of"), null=True, blank=True)

    is_creatable = True
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("valid_as_of"),
        InlinePanel("downloads", label=_("downloads")),
        BasePage.sorting_panel,
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    def text_parts(self) -> list[str]:
        """Add the text."""
        return [*super().text_parts(), plain_text(self.body)]
