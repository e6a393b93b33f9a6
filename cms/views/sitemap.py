"""The sitemap: what everybody may read, of every kind that has a page of its own."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from cms.models import BasePage
from cms.services.addresses import address_of
from core.kinds import all_kinds
from core.viewer import VISITOR

MOST = 45_000
LEFT_OUT = {"post", "person", "territory"}  # a post stands in its topic; people and places are not offered to crawlers


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Return addresses of public pages and items."""
    addresses = [*_pages(), *_items()][:MOST]
    return HttpResponse(render_to_string("cms/sitemap.xml", {"addresses": addresses}), content_type="application/xml")


def _pages() -> Iterator[str]:
    rows = BasePage.objects.visible_to(VISITOR).order_by("path").values_list("url_path", "locale__language_code")
    for url_path, code in rows[:MOST]:
        yield settings.BASE_URL + address_of(url_path, language=code)


def _items() -> Iterator[str]:
    for kind in all_kinds():
        if kind.code in LEFT_OUT or issubclass(kind.model, BasePage):
            continue
        for item in kind.visible_to(VISITOR).order_by("pk")[:MOST]:
            with translation.override(kind.language(item) or settings.LANGUAGE_CODE):
                yield settings.BASE_URL + kind.address(item)
