"""Renders a mail's three parts in the recipient's language. Styles go into the elements; nothing is loaded."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from core.site import site_settings


def render_mail(template_base: str, context: Mapping[str, Any], language: str) -> tuple[str, str, str]:
    """Return (subject, text, html) from `<base>.subject.txt`, `<base>.txt` and `<base>.html` in the language.

    Beside the context the templates have `site_name`, `base_url`, `language` and `privacy_url`. A language that is not
    installed falls back to the site's own. Text templates are not escaped: they must switch autoescape off themselves
    or extend `emails/base.txt`, which does.
    """
    code = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    full = {**_shared(code), **context}
    with translation.override(code):
        subject = " ".join(render_to_string(f"{template_base}.subject.txt", full).split())
        text = render_to_string(f"{template_base}.txt", full).strip() + "\n"
        html = inline_styles(render_to_string(f"{template_base}.html", full))
    return subject, text, html


def inline_styles(html: str) -> str:
    """Return the document with its style sheet put into the elements; rules for dark screens and phones stay."""
    return SafeString(_inliner().inline(html))


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def _shared(language: str) -> dict[str, Any]:
    return {
        "site_name": site_settings().name,
        "base_url": settings.BASE_URL,
        "language": language,
        "privacy_url": f"{settings.BASE_URL}/{language}/privacy/",
    }
