"""Renders a mail's three parts in the recipient's language and zone. Styles go into the elements; nothing is loaded."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from core.site import site_settings
from core.times import zone_of
from mail.colours import colours
from mail.mark import REFERENCE, mark_bytes
from mail.plain import wrapped

FROM_RIGHT = frozenset({"ar", "fa", "he", "ur"})


def render_mail(
    template_base: str, context: Mapping[str, Any], language: str, *, zone: str = ""
) -> tuple[str, str, str]:
    """Return (subject, text, html) from `<base>.subject.txt`, `<base>.txt` and `<base>.html` in the language.

    Beside the context the templates have what `_shared` gives, and `subject`. A language that is not installed falls
    back to the site's own; times are those of `zone`, of the active one without. Text templates are not escaped: they
    must switch autoescape off themselves or extend `emails/base.txt`, which does.
    """
    code = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    full = {**_shared(code), **context}
    with translation.override(code), timezone.override(zone_of(zone) if zone else timezone.get_current_timezone()):
        full["subject"] = subject = " ".join(render_to_string(f"{template_base}.subject.txt", full).split())
        text = wrapped(render_to_string(f"{template_base}.txt", full))
        html = inline_styles(render_to_string(f"{template_base}.html", full))
    return subject, text, html


def inline_styles(html: str) -> str:
    """Return the document with its style sheet put into the elements.

    A sheet marked `data-css-inline="keep"` stays beside that: of the others at-rules would be kept at best, and
    `[data-ogsc]` and the like, which match nothing yet, would be lost.
    """
    return SafeString(_inliner().inline(html.lstrip()))


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False)


def _shared(language: str) -> dict[str, Any]:
    site = site_settings()
    return {
        "site_name": site.name,
        "contact": site.contact,
        "base_url": settings.BASE_URL,
        "home_url": f"{settings.BASE_URL}/{language}/",
        "language": language,
        "direction": "rtl" if language in FROM_RIGHT else "ltr",
        "privacy_url": f"{settings.BASE_URL}/{language}/privacy/",
        "colours": colours(),
        "mark": REFERENCE if mark_bytes() else "",
    }
