"""Pages of funded projects: the facts a funder asks to be published, and what the project did. No private persons."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable

from cms.blocks import RICH_TEXT, ContentBlocks, plain_text, rich_to_plain
from cms.models.base import BasePage


class Currency(models.TextChoices):
    """What a project's money is counted in; the codes need no translation."""

    CZK = "CZK", "CZK"
    EUR = "EUR", "EUR"


class ProjectIndexPage(BasePage):
    """The list of funded projects."""

    is_creatable = True
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.FundedProjectPage"]

    class Meta:
        verbose_name = _("list of funded projects")
        verbose_name_plural = _("lists of funded projects")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the projects."""
        from cms.services.projects import project_list  # noqa: PLC0415  services know the models, not the other way round

        return {**super().get_context(request, *args, **kwargs), **project_list(self, request=request)}


class FundedProjectPage(BasePage):
    """A project with its money, time, partners, goals and activities. A part of another project stands below it."""

    kind_code = "project_page"
    section_fields = ("goals_text", "activities")

    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    logo = models.ForeignKey(
        "cms.SiteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("logo")
    )
    programme = models.ForeignKey(
        "vocabulary.Programme",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("programme"),
    )
    programme_name = models.CharField(_("programme in words"), max_length=200, blank=True)
    call = models.ForeignKey(
        "vocabulary.Call", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("call")
    )
    registration_number = models.CharField(_("registration number"), max_length=60, blank=True)
    budget = models.PositiveBigIntegerField(_("total cost"), null=True, blank=True)
    grant = models.PositiveBigIntegerField(_("of it the grant"), null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.CZK)
    starts_on = models.DateField(_("from (any day of the month)"), null=True, blank=True)
    ends_on = models.DateField(_("to (any day of the month)"), null=True, blank=True)
    goals_text = RichTextField(_("goals"), blank=True, features=RICH_TEXT)
    activities = RichTextField(_("activities"), blank=True, features=RICH_TEXT)
    body = StreamField(ContentBlocks(), blank=True, verbose_name=_("text"))
    role_contact = models.CharField(
        _("contact by role"), max_length=200, blank=True, help_text=_("A function, never a person.")
    )
    contact_email = models.EmailField(_("e-mail of the function"), blank=True)
    contact_phone = models.CharField(_("telephone of the function"), max_length=40, blank=True)
    web = models.URLField(_("web address"), max_length=500, blank=True)
    acknowledgement = models.ForeignKey(
        "cms.FunderAcknowledgement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("funder's sentence and logos"),
    )

    is_creatable = True
    parent_page_types = ["cms.ProjectIndexPage", "cms.FundedProjectPage"]
    subpage_types = ["cms.FundedProjectPage"]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel(name) for name in ("acronym", "logo", "web", "starts_on", "ends_on")]),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "programme",
                    "programme_name",
                    "call",
                    "registration_number",
                    "budget",
                    "grant",
                    "currency",
                    "acknowledgement",
                )
            ],
            heading=_("Funding"),
        ),
        InlinePanel("partners", label=_("lead and partners")),
        FieldPanel("goals_text"),
        FieldPanel("activities"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("role_contact", "contact_email", "contact_phone")], heading=_("Contact")
        ),
        InlinePanel("downloads", label=_("downloads")),
        FieldPanel("related_pages"),
        BasePage.sorting_panel,
    ]

    class Meta:
        verbose_name = _("funded project")
        verbose_name_plural = _("funded projects")

    def clean(self) -> None:
        """Refuse a grant above the whole cost."""
        super().clean()
        if self.budget is not None and self.grant is not None and self.grant > self.budget:
            raise ValidationError({"grant": _("The grant cannot be more than the total cost.")})

    def text_parts(self) -> list[str]:
        """Add the facts and texts of the project."""
        facts = [self.acronym, self.programme_name, self.registration_number]
        rich = [rich_to_plain(self.goals_text), rich_to_plain(self.activities)]
        partners = [partner.name for partner in self.partners.all()]
        return [*super().text_parts(), *facts, *rich, plain_text(self.body), *partners]


class PartnerRole(models.TextChoices):
    """Stored words of what an organisation is in a project."""

    LEAD = "lead", pgettext_lazy("partner", "lead")
    PARTNER = "partner", _("partner")
    ASSOCIATED = "associated", _("associated partner")


class ProjectPartner(Orderable):
    """An organisation in a project, by its name of that time; linked when it has a page here."""

    page = ParentalKey(FundedProjectPage, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "organisations.Organisation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("organisation on this site"),
    )
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=12, choices=PartnerRole.choices, default=PartnerRole.PARTNER)
    country = models.CharField(_("country (two letters)"), max_length=2, blank=True)
    logo = models.ForeignKey(
        "cms.SiteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("logo")
    )

    panels = [FieldPanel(name) for name in ("role", "name", "name_en", "country", "organisation", "logo")]

    class Meta(Orderable.Meta):
        verbose_name = _("lead or partner")
        verbose_name_plural = _("lead and partners")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Write the country as its code is written."""
        super().clean()
        self.country = self.country.upper()
