"""Words the results need: the name of a platform already loaded, and of a language. No query."""

from collections.abc import Mapping
from typing import Any

from django import template

from core import text_fields

register = template.Library()


@register.simple_tag
def platform_name(platforms: Mapping[int, Any], pk: int | None) -> str:
    """Return the name of a platform the viewer may see; empty for any other."""
    return str(platforms[pk]) if pk is not None and pk in platforms else ""


@register.filter
def language_name(code: str) -> str:
    """Return what a language calls itself."""
    return text_fields.language_name(code)
