"""The tables of the website. Import models from here."""

from cms.models.accessibility import AccessibilityPage
from cms.models.base import BasePage
from cms.models.files import SiteDocument, SiteImage, SiteRendition
from cms.models.funders import FunderAcknowledgement, FunderLogo
from cms.models.handbook import (
    AreaPage,
    ChapterPage,
    GoalPage,
    HandbookIndexPage,
    HandbookPage,
    HandbookPartPage,
    IndicatorPage,
    SituationPage,
    ToolPage,
)
from cms.models.home import HomePage
from cms.models.news import NewsIndexPage, NewsKind, NewsPage
from cms.models.projects import FundedProjectPage, ProjectIndexPage, ProjectPartner
from cms.models.relations import PageAuthor, PageDownload
from cms.models.standard import StandardPage

__all__ = [
    "AccessibilityPage",
    "AreaPage",
    "BasePage",
    "ChapterPage",
    "FundedProjectPage",
    "FunderAcknowledgement",
    "FunderLogo",
    "GoalPage",
    "HandbookIndexPage",
    "HandbookPage",
    "HandbookPartPage",
    "HomePage",
    "IndicatorPage",
    "NewsIndexPage",
    "NewsKind",
    "NewsPage",
    "PageAuthor",
    "PageDownload",
    "ProjectIndexPage",
    "ProjectPartner",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SituationPage",
    "StandardPage",
    "ToolPage",
]
