"""What people are told about pages, once when a page appears; and when a page becomes readable to an audience."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.events import PagePublished
from cms.models import BasePage
from core.kinds import all_kinds
from core.notices import Notice, Reference, Told, register_notices
from core.releases import Readable, ReleaseSource, register_releases

NEW_FOR = timedelta(days=7)


def _page(pk: int) -> BasePage | None:
    known = [kind.code for kind in all_kinds()]
    found: BasePage | None = BasePage.objects.filter(pk=pk, live=True, kind__in=known).first()
    return found


def _places(page: BasePage) -> tuple[Reference, ...]:
    return (("platform", page.platform_id),) if page.platform_id else ()


def _appeared(event: PagePublished) -> Told | None:
    page = _page(event.page_id)
    if page is None or not page.platform_id:
        return None
    if page.first_published_at and timezone.now() - page.first_published_at > NEW_FOR:
        return None
    return Told(item=(page.kind, page.pk), actor_id=page.owner_id, places=_places(page), key=f"cms.published:{page.pk}")


def _readable(event: PagePublished) -> Iterable[Readable]:
    page = _page(event.page_id)
    if page is not None:
        yield Readable(item=(page.kind, page.pk), places=_places(page), again=True)


register_notices(
    (
        Notice(
            code="cms.page_published",
            events=(PagePublished,),
            tell=_appeared,
            name=_("A new page on a platform I follow"),
            text=_("New on the site: “%(title)s”"),
            order=45,
            news=True,
        ),
    )
)
register_releases((ReleaseSource(event=PagePublished, items=_readable),))
