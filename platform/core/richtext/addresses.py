"""Links in texts: what is safe stays, what leads to an item of ours becomes `/go/<kind>/<id>/`, the rest is dropped."""

import re
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

from core.kinds import all_kinds
from core.richtext.config import SCHEMES
from core.typed import MAX_ID

GO = re.compile(r"/go/([a-z][a-z0-9_-]{0,39})/(\d{1,18})/")
_FRAGMENT = re.compile(r"([a-z][a-z0-9_]{0,39})-(\d{1,18})")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_BARE_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,24}([/?#].*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s/:]+@[\w.-]+\.[a-z]{2,24}", re.IGNORECASE)
_UNSAFE = re.compile(r"[<>\"'`{}|\\^]")
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
MAX_LENGTH = 2000


def safe_href(value: str) -> str | None:
    """Return the address as it may stand in a stored text, or None when it may not."""
    address = _CONTROL.sub("", value)
    if not address or len(address) > MAX_LENGTH or address.startswith(("//", "/\\", "\\")):
        return None
    scheme = _SCHEME.match(address)
    if scheme is None or "." in scheme.group(1):
        return _without_scheme(address)
    if scheme.group(1).lower() not in SCHEMES:
        return None
    return _absolute(address)


def _without_scheme(address: str) -> str | None:
    if address.startswith("/"):
        return _internal(address)
    if _MAIL.fullmatch(address):
        return "mailto:" + _escaped(address)
    return _absolute("https://" + address) if _BARE_HOST.fullmatch(address) else None


def _absolute(address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme == "mailto":
        return _escaped(address)
    if not parts.netloc:
        return None
    if parts.netloc == urlsplit(settings.BASE_URL).netloc:
        return _internal(parts._replace(scheme="", netloc="").geturl() or "/")
    return _escaped(address)


def _internal(address: str) -> str:
    """Return the permanent address of the item the path leads to, or the path itself."""
    path, _, fragment = address.partition("#")
    found = item_at(path, fragment=fragment)
    return f"/go/{found[0]}/{found[1]}/" if found else _escaped(address)


def _escaped(address: str) -> str:
    return _UNSAFE.sub(lambda unsafe: quote(unsafe.group()), address)


def item_at(path: str, *, fragment: str = "") -> tuple[str, int] | None:
    """Return (kind, id) of the item whose page has this path (any language prefix), or None.

    A fragment such as `post-12` names an item of the page and wins when its kind is registered.
    """
    path = path.partition("?")[0]
    codes = {kind.code for kind in all_kinds()}
    if (part := _FRAGMENT.fullmatch(fragment)) and part.group(1) in codes:
        return part.group(1), int(part.group(2))
    if permanent := GO.fullmatch(path):
        return permanent.group(1), int(permanent.group(2))
    return _by_route(path)


def _by_route(path: str) -> tuple[str, int] | None:
    first = path.lstrip("/").split("/", 1)[0]
    language = first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            match = resolve(path)
        except Resolver404:
            return None
        arguments = {**match.kwargs, **({"path": match.args[0]} if match.args else {})}
        theirs = (kind for kind in all_kinds() if match.view_name in kind.routes)
        found = ((kind.code, pk) for kind in theirs if (pk := kind.pk_at(**arguments)) and pk <= MAX_ID)
        return next(found, None)
