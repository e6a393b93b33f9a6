"""The funder's sentence and logo strip, written once: shown on project pages, in the footer and in mails."""

from django.core.cache import cache
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from core.site import raise_epoch
from core.texts import TextsField, pick

MAIL_KEY = "cms:mail_acknowledgements"
MAIL_SECONDS = 300


class FunderAcknowledgement(ClusterableModel):
    """A sentence per language and logos, with marks where they are shown beside the pages that choose them."""

    name = models.CharField(_("name for editors"), max_length=120)
    sentence = TextsField(_("sentence"), blank=False)
    in_footer = models.BooleanField(_("in the footer of every page"), default=False)
    in_mail = models.BooleanField(_("at the end of every mail"), default=False)

    panels = [
        FieldPanel("name"),
        FieldPanel("sentence"),
        FieldPanel("in_footer"),
        FieldPanel("in_mail"),
        InlinePanel("logos", label=_("logos")),
    ]

    class Meta:
        verbose_name = _("funder's sentence and logos")
        verbose_name_plural = _("funders' sentences and logos")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Save it; it stands on every page, so every kept page is stale."""
        super().save(*args, **kwargs)
        raise_epoch()
        cache.delete(MAIL_KEY)

    @property
    def text(self) -> str:
        """The sentence in the reader's language."""
        return pick(self.sentence)


class FunderLogo(Orderable):
    """One logo of the strip."""

    acknowledgement = ParentalKey(FunderAcknowledgement, on_delete=models.CASCADE, related_name="logos")
    image = models.ForeignKey("cms.SiteImage", on_delete=models.PROTECT, related_name="+", verbose_name=_("logo"))
    link = models.URLField(_("web address"), blank=True)

    panels = [FieldPanel("image"), FieldPanel("link")]

    class Meta(Orderable.Meta):
        verbose_name = _("logo")

    def __str__(self) -> str:
        return str(self.image)
