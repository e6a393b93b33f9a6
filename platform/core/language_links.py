"""Where the language switcher leads: the same page in another interface language, or what a view says instead."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest  # noqa: TID251  the switcher is about the request's address
from django.urls import translate_url
from django.utils.translation import get_language


@dataclass(frozen=True, kw_only=True)
class LanguageLink:
    """One entry of the switcher; `missing` means that this page has no version in the language."""

    code: str
    name: str
    href: str
    current: bool
    missing: bool = False


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """Return one link per interface language; a view may set `request.translations` to {code: path}."""
    current = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    translations: dict[str, str] | None = getattr(request, "translations", None)
    return [_link(request, code, name=name, current=current, known=translations) for code, name in settings.LANGUAGES]


def _link(request: HttpRequest, code: str, *, name: str, current: str, known: dict[str, str] | None) -> LanguageLink:
    here = translate_url(request.get_full_path(), code)
    missing = known is not None and code not in known
    href = here if known is None or missing else known[code]
    return LanguageLink(code=code, name=name, href=href, current=code == current, missing=missing and code != current)
