"""Addresses of pages, made from their place in the tree without a question to the database."""

from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from core.texts import FALLBACK


def site_roots() -> dict[str, str]:
    """Return the place of the home page in the tree per language; kept by wagtail, dropped when the tree changes."""
    return {root.language_code: root.root_path for root in Site.get_site_root_paths()}


def preference(language: str) -> dict[str, int]:
    """Return the rank of each language for a reader of this one: her own first, then the usual ones."""
    return {code: rank for rank, code in enumerate(dict.fromkeys((language, *FALLBACK)))}


def relative_path(url_path: str) -> str:
    """Return the part of an address that follows the language: "/home/prirucka/" becomes "prirucka/"."""
    roots = (root for root in site_roots().values() if url_path.startswith(root))
    longest = max(roots, key=len, default="/")
    return url_path[len(longest) :]


def address_of(url_path: str, *, language: str) -> str:
    """Return the address of the page at this place of the tree, under a language prefix."""
    with translation.override(language):
        return reverse("wagtail_serve", args=(relative_path(url_path),))
