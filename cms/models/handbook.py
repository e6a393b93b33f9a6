"""The handbook: parts with pages. A tool, an indicator or a situation stands once and names the goals it serves."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from cms.blocks import RICH_TEXT, ContentBlocks, plain_text, rich_to_plain
from cms.models.base import BasePage

PAGE_TYPES = [
    "cms.ChapterPage",
    "cms.AreaPage",
    "cms.GoalPage",
    "cms.ToolPage",
    "cms.IndicatorPage",
    "cms.SituationPage",
]


class HandbookIndexPage(BasePage):
    """The root of the handbook in one language: its parts and pages."""

    kind_code = "handbook"

    body = StreamField(ContentBlocks(), blank=True, verbose_name=_("introduction"))

    is_creatable = True
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.HandbookPartPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("handbook")
        verbose_name_plural = _("handbooks")

    def text_parts(self) -> list[str]:
        """Add the introduction."""
        return [*super().text_parts(), plain_text(self.body)]


class HandbookPartPage(BasePage):
    """A part of the handbook."""

    kind_code = "handbook"

    body = StreamField(ContentBlocks(), blank=True, verbose_name=_("introduction"))

    is_creatable = True
    parent_page_types = ["cms.HandbookIndexPage"]
    subpage_types = PAGE_TYPES
    content_panels = [*BasePage.content_panels, FieldPanel("body"), BasePage.sorting_panel]

    class Meta:
        verbose_name = _("part of the handbook")
        verbose_name_plural = _("parts of the handbook")

    def text_parts(self) -> list[str]:
        """Add the introduction."""
        return [*super().text_parts(), plain_text(self.body)]


class HandbookPage(BasePage):
    """What every page of the handbook says: its text, as of when it is valid, by when to check it, and its sources.

    `goals` are the goals it serves; they may be in any language, their translations are found by the key they share.
    """

    kind_code = "handbook"
    label = _("chapter")
    line_fields: tuple[str, ...] = ()

    body = StreamField(ContentBlocks(), blank=True, verbose_name=_("text"))
    valid_as_of = models.DateField(_("valid as of"), null=True, blank=True)
    check_by = models.DateField(_("check by"), null=True, blank=True)
    sources = RichTextField(_("sources"), blank=True, features=RICH_TEXT)
    goals = ParentalManyToManyField("cms.GoalPage", blank=True, related_name="+", verbose_name=_("goals it serves"))

    is_creatable = False
    parent_page_types = ["cms.HandbookPartPage"]
    subpage_types: list[str] = []
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("goals")]
    tail_panels = [
        MultiFieldPanel(
            [FieldPanel("valid_as_of"), FieldPanel("check_by"), FieldPanel("sources")], heading=_("How far to trust it")
        ),
        InlinePanel("downloads", label=_("downloads")),
        FieldPanel("related_pages"),
        BasePage.sorting_panel,
    ]
    content_panels = [*BasePage.content_panels, FieldPanel("body"), *tail_panels]

    class Meta:
        verbose_name = _("handbook page")
        verbose_name_plural = _("handbook pages")

    def text_parts(self) -> list[str]:
        """Add the facts of its kind, the text and the sources."""
        lines = [getattr(self, name) for name in self.line_fields]
        rich = [rich_to_plain(getattr(self, name)) for name in self.section_fields]
        return [*super().text_parts(), *lines, *rich, plain_text(self.body), rich_to_plain(self.sources)]

    @classmethod
    def panels_with(cls, *names: str, goals: bool = False) -> list[object]:
        """Return the panels of a kind: its own fields before the text, and the goals it serves."""
        own = [FieldPanel(name) for name in names]
        serving = [FieldPanel("goals")] if goals else []
        return [*BasePage.content_panels, *serving, *own, FieldPanel("body"), *cls.tail_panels]


class ChapterPage(HandbookPage):
    """Any chapter."""

    is_creatable = True

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")


class AreaPage(HandbookPage):
    """An introduction to one area."""

    label = _("area")
    is_creatable = True

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")


class GoalPage(HandbookPage):
    """A goal that can be verified; its tools, indicators and situations are listed under it."""

    label = _("goal")
    section_fields = ("how_verified",)

    how_verified = RichTextField(_("how it is verified"), blank=True, features=RICH_TEXT)

    is_creatable = True
    content_panels = HandbookPage.panels_with("how_verified")

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")


class CostLevel(models.TextChoices):
    """Stored words of what a tool costs."""

    LOW = "low", _("low")
    MEDIUM = "medium", _("medium")
    HIGH = "high", _("high")


class ToolPage(HandbookPage):
    """A tool: what it costs, whom it needs, when it works, and what must be there first."""

    label = _("tool")
    line_fields = ("cost_band", "staff", "time_to_effect", "legal_basis")
    section_fields = ("prerequisites",)

    cost_level = models.CharField(_("cost"), max_length=6, choices=CostLevel.choices, blank=True)
    cost_band = models.CharField(_("cost in words"), max_length=300, blank=True)
    staff = models.CharField(_("people needed"), max_length=300, blank=True)
    time_to_effect = models.CharField(_("time to effect"), max_length=300, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=500, blank=True)
    prerequisites = RichTextField(_("what must be there first"), blank=True, features=RICH_TEXT)

    is_creatable = True
    content_panels = HandbookPage.panels_with(
        "cost_level", "cost_band", "staff", "time_to_effect", "legal_basis", "prerequisites", goals=True
    )

    class Meta:
        verbose_name = _("tool")
        verbose_name_plural = _("tools")


class IndicatorPage(HandbookPage):
    """An indicator: how it is defined, where its number comes from, how often, and what misleads."""

    label = _("indicator")
    section_fields = ("definition", "source", "pitfalls")
    line_fields = ("frequency",)

    definition = RichTextField(_("definition"), blank=True, features=RICH_TEXT)
    source = RichTextField(_("source of the number"), blank=True, features=RICH_TEXT)
    frequency = models.CharField(_("how often"), max_length=300, blank=True)
    pitfalls = RichTextField(_("what misleads"), blank=True, features=RICH_TEXT)

    is_creatable = True
    content_panels = HandbookPage.panels_with("definition", "source", "frequency", "pitfalls", goals=True)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")


class SituationPage(HandbookPage):
    """A situation to be ready for: the first day, the first week, afterwards, and whom to call by their role."""

    label = _("situation")
    section_fields = ("first_24h", "first_week", "after", "contacts_roles")

    first_24h = RichTextField(_("the first 24 hours"), blank=True, features=RICH_TEXT)
    first_week = RichTextField(_("the first week"), blank=True, features=RICH_TEXT)
    after = RichTextField(_("afterwards"), blank=True, features=RICH_TEXT)
    contacts_roles = RichTextField(_("whom to call, by role"), blank=True, features=RICH_TEXT)

    is_creatable = True
    content_panels = HandbookPage.panels_with("first_24h", "first_week", "after", "contacts_roles", goals=True)

    class Meta:
        verbose_name = _("situation")
        verbose_name_plural = _("situations")
