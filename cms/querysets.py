"""Which pages are there for whom: published, and their audience satisfied. No page is listed in any other way."""

from typing import Any, Self

from django.db.models import Exists, OuterRef, Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from core.viewer import Viewer


class BasePageQuerySet(PageQuerySet):
    """Pages by who may read them."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Return the published pages whose audience the viewer satisfies."""
        return self.filter(live=True, audience_id__in=viewer.audiences)

    def published(self) -> Self:
        """Return what is published, whoever may read it."""
        return self.filter(live=True)

    def in_language(self, code: str) -> Self:
        """Return the pages in an interface language."""
        return self.filter(locale__language_code=code)

    def preferring(self, code: str) -> Self:
        """Return one row of each set of translations: the one in this language, else the oldest."""
        siblings = self.model._default_manager.filter(translation_key=OuterRef("translation_key"), live=True)
        own = siblings.filter(locale__language_code=code)
        older = siblings.filter(pk__lt=OuterRef("pk"))
        return self.filter(Q(locale__language_code=code) | (~Exists(own) & ~Exists(older)))

    def below(self, page: Any) -> Self:
        """Return everything below a page, in the order of the tree."""
        return self.filter(path__startswith=page.path).exclude(pk=page.pk).order_by("path")


BasePageManager: Any = PageManager.from_queryset(BasePageQuerySet)
