"""From releases to what is printed: sections of five entries at most, one's own languages first, and how many more."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.kinds import get_kind
from core.notices import Reference
from core.releases import list_address_name
from notifications.digests.recipients import Recipient
from notifications.digests.selection import group, reference
from notifications.headers import permanent
from notifications.models import Release, What
from notifications.stock import Stock

CAP = 5
FOREIGN_AT_LEAST = 2
ORDER = ("news", "topic", "post", "handbook", "project", "platform")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line: an item, or a topic with its new replies. `foreign` names a language the reader does not read."""

    title: str
    href: str
    language: str
    at: datetime
    author: str = ""
    replies: int = 0
    summary: str = ""
    foreign: str = ""
    gist: str = ""
    gist_language: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """Entries of one kind, how many more there are, and where."""

    code: str
    title: str
    entries: Sequence[Entry]
    more: int = 0
    more_href: str = ""


class Composer:
    """Makes the sections of one recipient; called with her language active."""

    def __init__(self, stock: Stock, recipient: Recipient) -> None:
        self.stock, self.recipient = stock, recipient

    def sections(self, releases: Sequence[Release]) -> list[Section]:
        """Return the sections that have something; new topics bring the number of their replies with them."""
        alone, grouped = _split(releases)
        fresh = {reference(release) for release in alone}
        entries: dict[str, list[Entry]] = defaultdict(list)
        for release in alone:
            replies = grouped.get(reference(release), [])
            entries[release.item_kind].append(self._entry(release, replies))
        for thing, replies in grouped.items():
            if thing not in fresh:
                entries[replies[0].item_kind].append(self._replies(thing, replies))
        return [self._section(code, entries[code]) for code in sorted(entries, key=_rank)]

    def _entry(self, release: Release, replies: Sequence[Release]) -> Entry:
        item, kind = self.stock.items[reference(release)], get_kind(release.item_kind)
        return Entry(
            title=kind.title(item),
            href=permanent(reference(release)),
            at=release.released_at,
            author=self._name(release),
            replies=len(replies),
            summary=str(getattr(item, "summary", "")),
            **self._in_language(kind.language(item), item=item, kind=kind),
        )

    def _replies(self, thing: Reference, replies: Sequence[Release]) -> Entry:
        item, kind = self.stock.items[thing], get_kind(thing[0])
        first, last = replies[0], replies[-1]
        return Entry(
            title=kind.title(item),
            href=permanent(reference(first)),
            at=last.released_at,
            author=self._name(last),
            replies=len(replies),
            **self._in_language(kind.language(item), item=item, kind=kind),
        )

    def _in_language(self, language: str, *, item: Any, kind: Any) -> dict[str, str]:
        if self.recipient.reads(language):
            return {"language": language}
        gist, gist_language = kind.gist(item, languages=self.recipient.languages)
        name = language_in_words(language, language=self.recipient.language)
        return {"language": language, "foreign": name, "gist": gist, "gist_language": gist_language}

    def _name(self, release: Release) -> str:
        return self.stock.names.get(release.author_id or 0, "")

    def _section(self, code: str, entries: list[Entry]) -> Section:
        most_talked_about = sorted(entries, key=lambda entry: (entry.replies, entry.at), reverse=True)
        shown = capped(most_talked_about)
        return Section(
            code=code,
            title=section_title(code),
            entries=shown,
            more=len(entries) - len(shown),
            more_href=self._more(code),
        )

    def _more(self, code: str) -> str:
        subscription = self.recipient.subscription
        if subscription.what == What.PLATFORM:
            return permanent(("platform", subscription.platform_id))
        name = list_address_name(code)
        return settings.BASE_URL + (reverse(name) if name else f"/{self.recipient.language}/")


def capped(entries: Sequence[Entry], *, cap: int = CAP) -> list[Entry]:
    """Return at most `cap` entries: her own languages first; other languages end the list and are never crowded out."""
    own = [entry for entry in entries if not entry.foreign]
    foreign = [entry for entry in entries if entry.foreign]
    kept = own[: cap - min(len(foreign), FOREIGN_AT_LEAST)]
    return [*kept, *foreign[: cap - len(kept)]]


def section_title(code: str) -> str:
    """Return the heading of a section in the active language."""
    titles = {
        "news": _("News"),
        "topic": _("New topics"),
        "post": _("Topics with new replies"),
        "handbook": _("Handbook"),
        "platform": _("Platforms"),
    }
    return titles.get(code) or capfirst(str(get_kind(code).name_plural))


def language_in_words(code: str, *, language: str) -> str:
    """Return the name of a language in another one; its code when nobody knows it."""
    try:
        named = Locale.parse(code, sep="-").get_display_name(language)
    except (UnknownLocaleError, ValueError):
        return code
    return named or code


def _split(releases: Sequence[Release]) -> tuple[list[Release], dict[Reference, list[Release]]]:
    """Return what stands alone, and what is shown under something else, in the order of time."""
    ordered = sorted(releases, key=lambda release: (release.released_at, release.pk))
    alone = [release for release in ordered if group(release) == reference(release)]
    grouped: dict[Reference, list[Release]] = defaultdict(list)
    for release in ordered:
        if group(release) != reference(release):
            grouped[group(release)].append(release)
    return alone, grouped


def _rank(code: str) -> tuple[int, str]:
    return (ORDER.index(code) if code in ORDER else len(ORDER), code)
