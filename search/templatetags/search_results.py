"""Words the results need: an excerpt with its answers marked, a platform already loaded, a language. No query."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core import text_fields
from search.analysis import Fragment

register = template.Library()


@register.filter
def marked(fragments: Iterable[Fragment]) -> SafeString:
    """Return an excerpt as HTML: everything escaped, what answers in `<mark>`."""
    pieces = (format_html("<mark>{}</mark>", piece.text) if piece.hit else piece.text for piece in fragments)
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.simple_tag
def platform_name(platforms: Mapping[int, Any], pk: int | None) -> str:
    """Return the name of a platform the viewer may see; empty for any other."""
    return str(platforms[pk]) if pk is not None and pk in platforms else ""


@register.filter
def language_name(code: str) -> str:
    """Return what a language calls itself."""
    return text_fields.language_name(code)
