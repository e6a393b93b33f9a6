"""News of four kinds. A call for proposals closes by itself when its deadline is over."""

import datetime as dt
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField

from cms.blocks import ContentBlocks, plain_text
from cms.models.base import BasePage
from cms.services.calls import standing_of


class NewsKind(models.TextChoices):
    """Stored words of what a piece of news is."""

    NEWS = "news", pgettext_lazy("one", "news")
    CALL = "call", _("call for proposals")
    PUBLICATION = "publication", _("publication")
    LAW = "law", _("change of law")


class NewsIndexPage(BasePage):
    """The list of news, with a filter by kind."""

    is_creatable = True
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.NewsPage"]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the rows of the list."""
        from cms.services.news import news_list  # noqa: PLC0415  services know the models, not the other way round

        return {**super().get_context(request, *args, **kwargs), **news_list(self, request=request)}


class NewsPage(BasePage):
    """A piece of news: what happened, or a call with its facts."""

    kind_code = "news"

    news_kind = models.CharField(_("kind"), max_length=12, choices=NewsKind.choices, default=NewsKind.NEWS)
    date = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(ContentBlocks(), blank=True, verbose_name=_("text"))
    valid_as_of = models.DateField(_("valid as of"), null=True, blank=True)
    check_by = models.DateField(_("check by"), null=True, blank=True)
    in_force_from = models.DateField(
        _("in force from"), null=True, blank=True, help_text=_("For a change of law: the day from which it applies.")
    )
    project = models.ForeignKey(
        "cms.FundedProjectPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("project"),
    )
    funder = models.ForeignKey(
        "vocabulary.Funder", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("funder")
    )
    funder_name = models.CharField(_("funder in words"), max_length=200, blank=True)
    who_may_apply = models.CharField(_("who may apply"), max_length=400, blank=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    amount = models.CharField(_("amount"), max_length=200, blank=True)
    web = models.URLField(_("web address"), max_length=500, blank=True)

    is_creatable = True
    parent_page_types = ["cms.NewsIndexPage", "cms.StandardPage"]  # the latter: pages of a platform
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("news_kind"), FieldPanel("date"), FieldPanel("project")]),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("valid_as_of"), FieldPanel("check_by"), FieldPanel("in_force_from")],
            heading=_("How far to trust it"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("funder", "funder_name", "who_may_apply", "deadline", "amount", "web")],
            heading=_("Call for proposals"),
        ),
        InlinePanel("downloads", label=_("downloads")),
        BasePage.sorting_panel,
    ]

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")
        indexes = [models.Index(fields=["news_kind", "-date"], name="news_by_kind_and_date")]

    @property
    def look(self) -> str:
        """Each kind of news has an icon of its own."""
        return self.news_kind

    @property
    def is_call(self) -> bool:
        """Whether it is a call for proposals."""
        return self.news_kind == NewsKind.CALL

    def is_open(self, *, today: dt.date | None = None) -> bool:
        """Return whether one may still apply; a call without a deadline stays open."""
        return self.is_call and (self.deadline is None or self.deadline >= (today or timezone.localdate()))

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add how a call stands today."""
        return {**super().get_context(request, *args, **kwargs), "standing": standing_of(self)}

    def text_parts(self) -> list[str]:
        """Add the text and the facts of a call."""
        return [*super().text_parts(), plain_text(self.body), self.funder_name, self.who_may_apply, self.amount]
