"""Where the text about personal data stands: every form that takes an address links it."""

from django.conf import settings
from django.utils.translation import get_language


def privacy_url(language: str = "") -> str:
    """Return the path of the privacy text in the given language (default: the active one)."""
    code = language or get_language() or settings.LANGUAGE_CODE
    return f"/{code.split('-')[0]}/privacy/"
