"""Words of templates about people: the personas of the trial, and where the privacy text stands."""

from django import template

from accounts import personas as personas_module
from accounts.personas import Persona
from core.privacy import privacy_url as privacy_path

register = template.Library()


@register.simple_tag
def personas() -> list[Persona]:
    """Return the personas that can be played; empty outside the embedded shape."""
    return personas_module.offered()


@register.simple_tag
def privacy_url() -> str:
    """Return the path of the text about personal data in the active language."""
    return privacy_path()
