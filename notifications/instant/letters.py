"""Composes mails sent at once. One text serves all readers of one language and zone; only the token is personal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.kinds import get_kind
from core.notices import ByMail, Notice, Reference, get_notice
from core.richtext import expand
from core.richtext.model import RichTextMixin
from core.richtext.plain import to_plain
from core.richtext.render import references_in
from core.times import spell
from core.viewer import Viewer
from mail.render import render_mail
from notifications.headers import MailingList, by_mail_address, list_headers, permanent, thread_headers
from notifications.models import InstantMail, Release
from notifications.stock import Stock
from notifications.words import Line, Words, about_of, item_of

# Gmail shows the first 102 KB of a mail; a text that would not fit is cut where it begins to be long.
HEAVY = 60_000
STYLES_OF_ELEMENT = 120
CUT_AT = 3000
TOKEN = "0-token-0"  # noqa: S105  stands in the shared text for each reader's own


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A mail ready to be queued."""

    subject: str
    text: str
    html: str
    headers: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Reader:
    """For whom it is written."""

    person: Any
    viewer: Viewer


class Writer:
    """Writes the letters of a batch from one stock of items."""

    def __init__(self, stock: Stock) -> None:
        self.stock = stock
        self._written: dict[Any, tuple[str, str, str]] = {}
        self._places: dict[Reference, list[Reference]] = {}

    def gather(self, rows: Sequence[InstantMail]) -> None:
        """Load what the letters of these rows need."""
        self.stock.load(ref for row in rows for ref in (item_of(row), about_of(row), *_place(row)))
        self.stock.load_platforms()
        self.stock.load_names(row.actor_id for row in rows if row.actor_id)
        self._load_places({about_of(row) for row in rows} - self._places.keys())

    def _load_places(self, things: set[Reference]) -> None:
        """Note through what things can be followed, by one statement."""
        for release in Release.objects.filter(item_id__in={thing[1] for thing in things}) if things else ():
            thing = (release.item_kind, release.item_id)
            if thing in things:
                self._places[thing] = [(str(kind), int(pk)) for kind, pk in release.places]

    def readable(self, row: InstantMail, viewer: Viewer) -> bool:
        """Return whether what the row is about may still be told to the viewer."""
        notice = get_notice(row.notice)
        if notice is None:
            return False
        see = self.stock.there if notice.by_mail == ByMail.SERVICE else self.stock.shown
        return see(item_of(row), viewer) is not None and self.stock.there(about_of(row), viewer) is not None

    def single(self, row: InstantMail, reader: Reader) -> Letter:
        """Return the letter of one row that is readable."""
        item = self.stock.items[item_of(row)]
        person = reader.person
        own_text = isinstance(item, RichTextMixin) and bool(references_in(item.body_html))
        key = (
            *(row.key, row.place_kind, row.place_id, person.language, person.time_zone, own_text and person.pk),
            *(self._place_title(row, reader.viewer), self._platform(row, reader.viewer) is not None),
        )
        if key not in self._written:
            self._written[key] = self._write(row, reader)
        headers = list_headers(row.token, mailing_list=self._list(row))
        if isinstance(item, RichTextMixin):
            headers |= thread_headers(about_of(row))
        return _letter(self._written[key], token=row.token, headers=headers)

    def together(self, rows: Sequence[InstantMail], reader: Reader) -> Letter:
        """Return one letter for many readable rows: a line each."""
        person, token = reader.person, rows[0].token
        with translation.override(person.language):
            words = self._words(rows, reader.viewer)
            lines = [(words.line(row), _link(row, words)) for row in rows]
        context = {"lines": lines, "person": person, **addresses(person.language)}
        written = render_mail("emails/notifications/together", context, person.language, zone=person.time_zone)
        return _letter(written, token=token, headers=list_headers(token, mailing_list=MailingList(word="news")))

    def _write(self, row: InstantMail, reader: Reader) -> tuple[str, str, str]:
        person, viewer = reader.person, reader.viewer
        with translation.override(person.language):
            words = self._words([row], viewer)
            line, item = words.line(row), self.stock.items[item_of(row)]
            context = {
                "line": line,
                "subject": self._subject(row, line, viewer),
                "link": _link(row, words),
                "place": self._place_title(row, viewer),
                "author": self.stock.names.get(row.actor_id or 0, ""),
                **_body(item, viewer, language=get_kind(row.item_kind).language(item)),
                **_moment(getattr(item, "created_at", None), person),
                **addresses(person.language),
            }
        return render_mail("emails/notifications/instant", context, person.language, zone=person.time_zone)

    def _words(self, rows: Sequence[InstantMail], viewer: Viewer) -> Words:
        references = {ref for row in rows for ref in (item_of(row), about_of(row))}
        items = {ref: item for ref in references if (item := self.stock.there(ref, viewer)) is not None}
        return Words(items=items, names=self.stock.names)

    def _subject(self, row: InstantMail, line: Line, viewer: Viewer) -> str:
        """Return `[Platform] title`, the same for a whole topic; for what is no text, the sentence."""
        item, notice = self.stock.items[item_of(row)], get_notice(row.notice)
        if not isinstance(item, RichTextMixin) and not _of_places(notice):
            return line.sentence
        title = get_kind(row.about_kind).title(self.stock.items[about_of(row)])
        platform = self._platform(row, viewer)
        return f"[{get_kind('platform').title(platform)}] {title}" if platform else title

    def _platform(self, row: InstantMail, viewer: Viewer) -> Any | None:
        platform_id = get_kind(row.item_kind).platform_id(self.stock.items[item_of(row)])
        return self.stock.shown(("platform", platform_id or 0), viewer)

    def _place_title(self, row: InstantMail, viewer: Viewer) -> str:
        places = _place(row)
        item = self.stock.there(places[0], viewer) if places else None
        return get_kind(row.place_kind).title(item) if item is not None else ""

    def _list(self, row: InstantMail) -> MailingList:
        """Return the list: the forum and its platform, or what else it can be followed through above the thing itself.

        It names by ids, and leads where access is asked.
        """
        places = self._places.get(about_of(row), [])
        wider = tuple(place for place in places if place != about_of(row))
        platform = get_kind(row.item_kind).platform_id(self.stock.items[item_of(row)])
        return MailingList(places=wider or ((("platform", platform),) if platform else (about_of(row),)))


def _of_places(notice: Notice | None) -> bool:
    return notice is not None and notice.by_mail == ByMail.LEVEL


def _place(row: InstantMail) -> list[Reference]:
    return [(row.place_kind, row.place_id)] if row.place_kind and row.place_id else []


def _link(row: InstantMail, words: Words) -> str:
    """Return the permanent address, or the page of ours where something is to be done about it."""
    notice = get_notice(row.notice)
    if notice is not None and notice.address is not None:
        return settings.BASE_URL + words.line(row).href
    return permanent(item_of(row))


def _body(item: Any, viewer: Viewer, *, language: str) -> dict[str, Any]:
    if not isinstance(item, RichTextMixin):
        return {"body_text": getattr(item, "summary", ""), "body_html": "", "body_language": language, "is_cut": False}
    html = expand([item.body_html], viewer, permanent=True)[0]
    text = to_plain(html)
    if _weight(html) <= HEAVY:
        return {"body_text": text, "body_html": html, "body_language": language, "is_cut": False}
    beginning = Truncator(text).chars(CUT_AT)
    return {"body_text": beginning, "body_html": "", "body_language": language, "is_cut": True}


def _weight(html: str) -> int:
    """Return about how many bytes it will be once each element carries its styles."""
    return len(html.encode()) + STYLES_OF_ELEMENT * html.count("</")


def _moment(at: datetime | None, person: Any) -> dict[str, str]:
    return {"when": spell(at, style="long", language=person.language, zone=person.time_zone) if at else ""}


def addresses(language: str, *, token: str = TOKEN) -> dict[str, str]:
    """Return what ends or changes these mails; in a text shared by many the token is put in later."""
    return {
        "unsubscribe_url": by_mail_address(token),
        "settings_url": f"{settings.BASE_URL}/{language}/notifications/settings/",
        "settings_label": _("How news reaches me"),
    }


def _letter(written: tuple[str, str, str], *, token: str, headers: dict[str, str]) -> Letter:
    subject, text, html = (part.replace(TOKEN, token) for part in written)
    return Letter(subject=subject, text=text, html=html, headers=headers)
