"""The accessibility statement, in the parts of the European model. It is a draft until the operator confirms it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from cms.blocks import ContentBlocks, plain_text
from cms.models.base import BasePage


class Compliance(models.TextChoices):
    """How far the site meets EN 301 549: the three answers the model statement knows."""

    FULL = "full", _("fully compliant")
    PARTIAL = "partial", _("partially compliant")
    NONE = "none", _("not compliant")


class Assessment(models.TextChoices):
    """By what the statement was made."""

    OWN = "own", _("a self-assessment by whoever runs the site")
    OTHER = "other", _("an assessment by a third party")


class AccessibilityPage(BasePage):
    """The statement: state, dates and method as fields, everything else as text; the form for feedback follows it."""

    kind_code = "page"

    compliance = models.CharField(
        _("compliance"), max_length=10, choices=Compliance.choices, default=Compliance.PARTIAL
    )
    assessment = models.CharField(_("method"), max_length=10, choices=Assessment.choices, default=Assessment.OWN)
    prepared_on = models.DateField(_("statement prepared on"), null=True, blank=True)
    reviewed_on = models.DateField(_("last reviewed on"), null=True, blank=True)
    confirmed = models.BooleanField(
        _("whoever runs the site has assessed it and confirms this statement"),
        default=False,
        help_text=_("Until then the page says that it is a draft."),
    )
    body = StreamField(ContentBlocks(), blank=True, verbose_name=_("text"))

    is_creatable = True
    parent_page_types = ["cms.HomePage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel(name) for name in ("compliance", "assessment", "prepared_on", "reviewed_on", "confirmed")],
            heading=_("State of the statement"),
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def clean(self) -> None:
        """A confirmed statement names its day, and no review is older than the statement."""
        super().clean()
        faults: dict[str, Any] = {}
        if self.confirmed and self.prepared_on is None:
            faults["prepared_on"] = _("A confirmed statement names the day on which it was prepared.")
        if self.prepared_on and self.reviewed_on and self.reviewed_on < self.prepared_on:
            faults["reviewed_on"] = _("The review cannot be older than the statement.")
        if faults:
            raise ValidationError(faults)

    def text_parts(self) -> list[str]:
        """Add the text."""
        return [*super().text_parts(), plain_text(self.body)]
