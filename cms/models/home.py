"""The home page, composed by editors from blocks; live blocks show what other apps have."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Site

from cms.blocks import HomeBlocks
from cms.models.base import BasePage


class HomePage(BasePage):
    """The root of one language. No item of its own: what stands on it is found where it belongs."""

    body = StreamField(HomeBlocks(), blank=True, verbose_name=_("blocks"))

    is_creatable = True
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it; addresses are made from the place of the home pages, which wagtail keeps."""
        super().save(*args, **kwargs)
        Site.clear_site_root_paths_cache()
