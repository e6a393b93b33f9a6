"""`{{ title|typeset:language }}`: a title or lead as its language is set. What is stored, fed or exported is left."""

from django import template
from django.utils.safestring import SafeData, mark_safe

from core.typography import typeset as set_words

register = template.Library()


@register.filter(name="typeset", is_safe=True)
def typeset(text: object, language: object = "") -> str:
    """Return the text with no-break spaces where `language` asks for them; what was safe stays safe."""
    words = set_words(str(text or ""), str(language or ""))
    return mark_safe(words) if isinstance(text, SafeData) else words  # noqa: S308  only spaces were changed
