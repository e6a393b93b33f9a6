"""The first pages of a site: home, handbook, news, projects, legal texts, editors. What exists is left alone."""

import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms.blocks import blocks_from_html
from cms.models import (
    AccessibilityPage,
    BasePage,
    HandbookIndexPage,
    HomePage,
    NewsIndexPage,
    ProjectIndexPage,
    StandardPage,
)
from cms.services.authoring import add_page, home_in
from cms.services.editors import editors_group, sync_all_platform_editors

TEXTS = Path(__file__).resolve().parent.parent / "data" / "start" / "site.toml"
INDEXES: list[tuple[Any, dict[str, tuple[str, str]]]] = [
    (HandbookIndexPage, {"cs": ("prirucka", "Příručka"), "en": ("handbook", "Handbook")}),
    (NewsIndexPage, {"cs": ("novinky", "Novinky"), "en": ("news", "News")}),
    (ProjectIndexPage, {"cs": ("projekty", "Podpořené projekty"), "en": ("funded-projects", "Funded projects")}),
]
MODELS = {"accessibility": AccessibilityPage}  # texts of site.toml that are more than a plain page


@transaction.atomic
def start_pages() -> Iterator[str]:
    """Make what is missing; return a line for each thing made."""
    made: list[str] = []
    texts = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    for code, _name in settings.LANGUAGES:
        if Locale.objects.get_or_create(language_code=code)[1]:
            made.append(f"language {code}")
    made += _homes({language for page in texts.values() for language in page} | {settings.LANGUAGE_CODE})
    for model, words in INDEXES:
        made += _in_languages(model, {code: {"slug": slug, "title": title} for code, (slug, title) in words.items()})
    for slug, page in texts.items():
        model = MODELS.get(slug, StandardPage)
        made += _in_languages(model, {code: _standard(words) for code, words in page.items()})
    made += editors_group()
    made += sync_all_platform_editors()
    return iter(made)


def _homes(languages: set[str]) -> list[str]:
    """Make the home pages, the one in the main language first, and point the site at it."""
    offered = [code for code, _name in settings.LANGUAGES if code in languages]
    made = []
    root = Page.get_first_root_node()
    main = home_in(settings.LANGUAGE_CODE)
    for code in sorted(offered, key=lambda code: code != settings.LANGUAGE_CODE):
        if home_in(code) is None:
            slug = "home" if code == settings.LANGUAGE_CODE else f"home-{code}"
            _clear(root, slug)
            root.refresh_from_db()
            page = add_page(
                HomePage, parent=root, language=code, translation_of=main, title=settings.WAGTAIL_SITE_NAME, slug=slug
            )
            main = main or page
            made.append(f"home page in {code}")
    _point_site_at(main)
    _clear(root, "home", keep=main)
    return made


def _clear(root: Any, slug: str, *, keep: Any = None) -> None:
    """Take away the sample page with which wagtail starts: a bare page that is nobody's work."""
    for page in root.get_children().filter(content_type__model="page", content_type__app_label="wagtailcore"):
        if keep is None and page.slug == slug:
            page.slug = f"{slug}-sample"
            page.save()
        elif keep is not None:
            page.delete()


def _point_site_at(home: Any) -> None:
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    if site.root_page_id != home.pk:
        site.root_page = home
        site.site_name = settings.WAGTAIL_SITE_NAME
        site.save()


def _in_languages(model: Any, words: dict[str, dict[str, Any]]) -> list[str]:
    """Make one page in each of its languages, as translations of one another."""
    made: list[str] = []
    original = None
    for code in sorted(words, key=lambda code: code != settings.LANGUAGE_CODE):
        home = home_in(code)
        if home is None:
            continue
        page = BasePage.objects.child_of(home).filter(slug=words[code]["slug"]).first()
        if page is None:
            page = add_page(model, parent=home, language=code, translation_of=original, **words[code])
            made.append(f"{model._meta.verbose_name} /{code}/{page.slug}/")
        original = original or page
    return made


def _standard(words: dict[str, Any]) -> dict[str, Any]:
    html = "".join(f"<h2>{escape(part['heading'])}</h2>{part['html']}" for part in words.get("section", []))
    return {
        "slug": words["slug"],
        "title": words["title"],
        "summary": words.get("summary", "")[:300],
        "body": blocks_from_html(_with_controller(html)),
        "show_in_menus": True,
        **{name: words[name] for name in ("valid_as_of",) if name in words},
    }


def _with_controller(html: str) -> str:
    name, contact = escape(settings.CONTROLLER_NAME), escape(settings.CONTROLLER_CONTACT)
    return html.replace("{controller_name}", name).replace("{controller_contact}", contact)
