"""The website in wagtail's administration: links in texts, the funders, and what is switched off."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.choosers import person_chooser
from cms.models import FunderAcknowledgement
from cms.services.links import DocumentLinks, PageLinks


@hooks.register("register_rich_text_features", order=10)
def our_links(features: Any) -> None:
    """Resolve the links of a text in bulk and under the reader's language."""
    features.register_link_type(PageLinks)
    features.register_link_type(DocumentLinks)


@hooks.register("register_admin_viewset")
def choosing_people() -> Any:
    """Let editors name who wrote a page."""
    return person_chooser


@hooks.register("construct_main_menu")
def without_reports_of_others(request: HttpRequest, menu_items: list[Any]) -> None:
    """Take out what has no use here: wagtail's help leads to another site."""
    menu_items[:] = [item for item in menu_items if item.name != "help"]


class AcknowledgementViewSet(SnippetViewSet):
    """Funders' sentences and logos."""

    model = FunderAcknowledgement
    icon = "pick"
    list_display = ["name", "in_footer", "in_mail"]
    add_to_admin_menu = True
    menu_order = 810
    copy_view_enabled = False


register_snippet(AcknowledgementViewSet)
