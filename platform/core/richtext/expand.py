"""Fills names and titles into stored texts, for one viewer and a whole page at once: one statement per kind.

What the viewer may not see gets neutral words, never its title.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.kinds import get_kind, load_visible
from core.richtext.config import PERSON, POST
from core.richtext.render import Reference
from core.viewer import Viewer

_PLACE = re.compile(
    r'<a href="/go/(?P<kind>[a-z][a-z0-9_-]*)/(?P<pk>\d+)/">(?P<text>.*?)</a>'
    r'|<blockquote data-post="(?P<post>\d+)"[^>]*>'
    r'|<span data-mention="(?P<person>\d+)"[^>]*></span>',
    re.DOTALL,
)
Found = dict[Reference, Any]


def expand(htmls: Iterable[str], viewer: Viewer, *, permanent: bool = False) -> list[SafeString]:
    """Return the stored texts with current titles, names and quotation heads, as far as the viewer may see them.

    With `permanent` links stay `/go/…`, made absolute: for mails and feeds, which outlive the page's address.
    """
    texts = list(htmls)
    found = _load(texts, viewer)

    def fill(place: re.Match[str]) -> str:
        if place["person"]:
            return _mention(int(place["person"]), found, permanent=permanent)
        if place["post"]:
            return place.group() + _head(int(place["post"]), found, permanent=permanent)
        return _link(place, found, permanent=permanent)

    return _filled(texts, fill)


def editable(html: str, viewer: Viewer) -> str:
    """Return a stored text for the editor: mentions with their names, bare links with their address as text."""
    found = _load([html], viewer)

    def fill(place: re.Match[str]) -> str:
        if place["person"]:
            return _mention(int(place["person"]), found, permanent=False)
        if place["kind"] and not place["text"]:
            address = f"/go/{place['kind']}/{place['pk']}/"
            return f'<a href="{address}">{address}</a>'
        return place.group()

    return _filled([html], fill)[0]


def _filled(texts: list[str], fill: Callable[[re.Match[str]], str]) -> list[SafeString]:
    return [mark_safe(_PLACE.sub(fill, text)) for text in texts]  # noqa: S308  stored texts are clean, fills escape


def _load(texts: list[str], viewer: Viewer) -> Found:
    """Load every named item the viewer may see; posts first, because their authors are people to load."""
    places = [place for text in texts for place in _PLACE.finditer(text)]
    named = {(place["kind"], int(place["pk"])) for place in places if place["kind"]}
    posts = {(POST, int(place["post"])) for place in places if place["post"]}
    people = {(PERSON, int(place["person"])) for place in places if place["person"]}
    people |= {reference for reference in named if reference[0] == PERSON}
    found = load_visible(posts | (named - people), viewer)
    authors = {get_kind(POST).author_id(found[post]) for post in posts & found.keys()}
    people |= {(PERSON, author) for author in authors if author}
    return {**found, **load_visible(people, viewer)}


def _link(place: re.Match[str], found: Found, *, permanent: bool) -> str:
    reference = (place["kind"], int(place["pk"]))
    words = mark_safe(place["text"])  # noqa: S308  the author's own words, cleaned when stored
    if reference not in found:
        return format_html(
            '<a href="{}">{}</a>',
            _address(reference, found, permanent=permanent),
            words or _("something that is not shown to you"),
        )
    kind, item = get_kind(reference[0]), found[reference]
    language = "" if words else kind.language(item)
    return format_html(
        '<a class="item-link" href="{}"{}>{}</a>',
        _address(reference, found, permanent=permanent),
        format_html(' lang="{}"', language) if language else "",
        words or kind.title(item),
    )


def _mention(pk: int, found: Found, *, permanent: bool) -> str:
    person = found.get((PERSON, pk))
    if person is None:
        return format_html('<span class="mention" data-mention="{}">@{}</span>', pk, _("somebody"))
    return format_html(
        '<span class="mention" data-mention="{}"><a href="{}">@{}</a></span>',
        pk,
        _address((PERSON, pk), found, permanent=permanent),
        get_kind(PERSON).title(person),
    )


def _head(pk: int, found: Found, *, permanent: bool) -> str:
    post = found.get((POST, pk))
    if post is None:
        return format_html('<p class="quote-head">{}</p>', _("From a contribution that is not shown to you:"))
    author = found.get((PERSON, get_kind(POST).author_id(post) or 0))
    words = _("%(name)s wrote:") % {"name": get_kind(PERSON).title(author)} if author else _("From a contribution:")
    address = _address((POST, pk), found, permanent=permanent)
    return format_html('<p class="quote-head"><a href="{}">{}</a></p>', address, escape(words))


def _address(reference: Reference, found: Found, *, permanent: bool) -> str:
    lasting = f"/go/{reference[0]}/{reference[1]}/"
    if permanent:
        return f"{settings.BASE_URL}{lasting}"
    return get_kind(reference[0]).address(found[reference]) if reference in found else lasting
