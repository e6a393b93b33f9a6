"""The languages a text is offered in, by their own names. An open list: another stored code is shown as it is."""

from django.conf import settings
from django.utils.translation import get_language

USUAL: tuple[tuple[str, str], ...] = (
    ("cs", "čeština"),
    ("en", "English"),
    ("sk", "slovenčina"),
    ("de", "Deutsch"),
    ("uk", "українська"),
    ("vi", "Tiếng Việt"),
    ("mn", "монгол"),
    ("ru", "русский"),
    ("ar", "العربية"),
    ("el", "ελληνικά"),
    ("nl", "Nederlands"),
    ("fr", "français"),
    ("pl", "polski"),
    ("ro", "română"),
)
_NAMES = dict(USUAL)


def interface_language() -> str:
    """Return the language the pages are shown in now."""
    return (get_language() or settings.LANGUAGE_CODE).split("-", maxsplit=1)[0]


_FROM_RIGHT = frozenset({"ar", "he", "fa", "ur", "ps", "ku"})


def own_name(code: str) -> str:
    """Return what a language calls itself, or its code when it is not a usual one."""
    return _NAMES.get(code) or _NAMES.get(code.split("-", maxsplit=1)[0], code)


def direction(code: str) -> str:
    """Return "rtl" or "ltr"."""
    return "rtl" if code.split("-", maxsplit=1)[0] in _FROM_RIGHT else "ltr"


def reads(code: str, languages: tuple[str, ...]) -> bool:
    """Return whether a text in a language is among those a person reads; somebody who named none reads all."""
    return not languages or code in languages or code.split("-", maxsplit=1)[0] in languages
