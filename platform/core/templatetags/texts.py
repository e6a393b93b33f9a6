"""Tags about texts in several languages: which language the reader is given."""

from collections.abc import Mapping

from django import template

from core.texts import pick_with_language

register = template.Library()


@register.filter
def language_of(texts: Mapping[str, str] | None) -> str:
    """Return the language in which `pick` gives these texts to the reader: what an element's `lang` says."""
    return pick_with_language(texts)[1]
