"""The kinds of pages: news, handbook, funded projects, plain pages. Home and lists are no items."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.models import BasePage
from cms.services.addresses import site_roots
from cms.services.publishing import hide_page, restore_page
from core.kinds import Kind
from core.viewer import Viewer


class PageKind(Kind):
    """What all pages have in common; a row is read without its specific table."""

    model_label = "cms.BasePage"
    routes = ("wagtail_serve",)

    def queryset(self) -> QuerySet[Any]:
        """Return the pages of this kind with language, organisation, areas and places."""
        rows = BasePage.objects.filter(kind=self.code).select_related("locale", "organisation")
        return rows.prefetch_related("areas", "territories")

    def pk_at(self, **arguments: Any) -> int | None:
        """Return the page of this kind at an address, of any language, the address's own first."""
        first = (get_language() or "").split("-")[0]
        places = {code: root + str(arguments.get("path", "")) for code, root in site_roots().items()}
        rows = BasePage.objects.filter(kind=self.code, url_path__in=places.values()).values_list("url_path", "pk")
        found = dict(rows)
        return found.get(places.get(first, "")) or next(iter(found.values()), None)

    def title(self, item: Any) -> str:
        """Return its title."""
        return str(item.title)

    def text(self, item: Any) -> str:
        """Return the text stored when it was saved."""
        return str(item.plain_text)

    def is_published(self, item: Any) -> bool:
        """Return whether it is live."""
        return bool(item.live)

    def author_id(self, item: Any) -> int | None:
        """Return who made it."""
        owner: int | None = item.owner_id
        return owner

    def area_codes(self, item: Any) -> list[str]:
        """Return the codes of its areas."""
        return [area.code for area in item.areas.all()]

    def territory_codes(self, item: Any) -> list[str]:
        """Return the codes of its territories."""
        return [place.code for place in item.territories.all()]

    def changed_at(self, item: Any) -> Any:
        """Return when it last changed for readers."""
        return item.last_published_at or item.first_published_at or item.latest_revision_created_at

    def for_moderation(self, viewer: Viewer) -> QuerySet[Any]:
        """Return pages that are or were published, as far as their audience holds the viewer."""
        return self.queryset().filter(audience_id__in=viewer.audiences, first_published_at__isnull=False)

    def hide(self, item: Any, *, by: Any, reason: str) -> bool:
        """Take it offline."""
        return hide_page(item, by=by)

    def restore(self, item: Any, *, by: Any, reason: str) -> bool:
        """Put it online again."""
        return restore_page(item, by=by)

    def personal_data(self) -> str:
        """Say what is personal in it."""
        return "owner: who made the page; authors: whom it names; contacts are functions, never persons"


class NewsItems(PageKind):
    """News, calls, publications, changes of law."""

    code = "news"
    name = pgettext_lazy("one", "news")
    name_plural = _("news")
    icon = "newspaper"


class HandbookItems(PageKind):
    """The handbook, its parts and its pages; followable."""

    code = "handbook"
    name = _("handbook page")
    name_plural = _("handbook")
    icon = "book-open"
    followable = True


class ProjectItems(PageKind):
    """Funded projects."""

    code = "project_page"
    name = _("funded project")
    name_plural = _("funded projects")
    icon = "rectangle-stack"


class PlainItems(PageKind):
    """Plain pages."""

    code = "page"
    name = _("page")
    name_plural = _("pages")
    icon = "document-text"


KINDS = [NewsItems, HandbookItems, ProjectItems, PlainItems]
