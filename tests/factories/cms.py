"""Pages for tests, published as an editor would publish them. `site_homes()` makes the home pages of cs and en."""

from collections.abc import Iterator
from typing import Any

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, Site

from cms.models import (
    ChapterPage,
    FundedProjectPage,
    HandbookIndexPage,
    HandbookPartPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    ProjectIndexPage,
    SiteDocument,
    SiteImage,
    StandardPage,
)
from cms.services.authoring import add_page, home_in

_numbers: Iterator[int] = iter(range(1, 10**9))


def home(language: str = "cs") -> HomePage:
    """Return the home page of a language, made when it is missing; the first one becomes the root of the site."""
    Locale.objects.get_or_create(language_code=language)
    found = home_in(language)
    if found is not None:
        return found
    original = home_in("cs") if language != "cs" else None
    if language != "cs" and original is None:
        original = home("cs")
    root = Page.get_first_root_node()
    root.get_children().filter(content_type__model="page").delete()
    root.refresh_from_db()
    page = add_page(
        HomePage, parent=root, language=language, translation_of=original, title="Mosty", slug=f"home-{language}"
    )
    if original is None:
        Site.objects.update_or_create(is_default_site=True, defaults={"root_page": page, "hostname": "localhost"})
    return page


def make(model: Any, *, parent: Any, language: str = "", **fields: Any) -> Any:
    """Return a published page of a model below a parent, in the parent's language unless told otherwise."""
    number = next(_numbers)
    fields.setdefault("title", f"Stránka {number}")
    fields.setdefault("slug", f"stranka-{number}")
    many = {name: fields.pop(name) for name in ("areas", "territories", "goals", "related_pages") if name in fields}
    parent.refresh_from_db()
    page = add_page(model, parent=parent, language=language or parent.locale.language_code, **fields)
    if many:
        for name, rows in many.items():
            setattr(page, name, rows)
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def _index(model: Any, *, language: str, slug: str) -> Any:
    above = home(language)
    found = model.objects.child_of(above).first()
    original = _index(model, language="cs", slug=slug) if language != "cs" else None
    return found or make(model, parent=above, slug=slug, title=slug.capitalize(), translation_of=original)


def news_index(language: str = "cs") -> NewsIndexPage:
    """Return the list of news in a language."""
    return _index(NewsIndexPage, language=language, slug="novinky")


def project_index(language: str = "cs") -> ProjectIndexPage:
    """Return the list of projects in a language."""
    return _index(ProjectIndexPage, language=language, slug="projekty")


def handbook_index(language: str = "cs") -> HandbookIndexPage:
    """Return the handbook in a language."""
    return _index(HandbookIndexPage, language=language, slug="prirucka")


def handbook_part(language: str = "cs") -> HandbookPartPage:
    """Return a part of the handbook in a language."""
    above = handbook_index(language)
    found = HandbookPartPage.objects.child_of(above).first()
    original = handbook_part("cs") if language != "cs" else None
    return found or make(HandbookPartPage, parent=above, slug="nastroje", title="Nástroje", translation_of=original)


def news(*, language: str = "cs", **fields: Any) -> NewsPage:
    """Return a piece of news."""
    return make(NewsPage, parent=news_index(language), **fields)


def chapter(*, model: Any = ChapterPage, language: str = "cs", **fields: Any) -> Any:
    """Return a page of the handbook, of any of its kinds."""
    return make(model, parent=handbook_part(language), **fields)


def plain(*, language: str = "cs", parent: Any = None, **fields: Any) -> StandardPage:
    """Return a plain page below home."""
    return make(StandardPage, parent=parent or home(language), **fields)


def project(*, language: str = "cs", **fields: Any) -> FundedProjectPage:
    """Return a page of a funded project."""
    return make(FundedProjectPage, parent=project_index(language), **fields)


class ImageFactory(DjangoModelFactory):
    """A small picture for everybody."""

    class Meta:
        model = SiteImage

    title = factory.Sequence(lambda n: f"Obrázek {n}")
    file = factory.LazyFunction(get_test_image_file)


class DocumentFactory(DjangoModelFactory):
    """A small text file for everybody."""

    class Meta:
        model = SiteDocument

    title = factory.Sequence(lambda n: f"Dokument {n}")
    file = factory.Sequence(lambda n: ContentFile(b"text", name=f"soubor-{n}.txt"))
