"""Turns references into sentences for one reader. Nothing of what she may not see is named, not even by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.contrib.auth import get_user_model
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.kinds import get_kind, load_visible
from core.notices import Notice, Reference, get_notice
from core.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class Line:
    """One notice as it is shown: the sentence, where it leads, and what people said about it."""

    row: Any
    sentence: str
    html: SafeString
    href: str = ""
    facts: tuple[str, ...] = ()
    shown: bool = True


class Words:
    """What the sentences of one reader may name: items by reference, and people's names."""

    def __init__(self, *, items: Mapping[Reference, Any], names: Mapping[int, str]) -> None:
        self.items, self.names = items, names

    @classmethod
    def of_page(cls, rows: list[Any], viewer: Viewer) -> Self:
        """Load everything a page names: one statement per kind and one for the people."""
        references = [reference for row in rows for reference in (item_of(row), about_of(row))]
        ids = {row.actor_id for row in rows if row.actor_id}
        people = get_user_model()._default_manager.filter(pk__in=ids) if ids else ()
        names = {person.pk: person.get_full_name() for person in people}
        return cls(items=load_visible(references, viewer), names=names)

    def line(self, row: Any) -> Line:
        """Return one line; neutral words for what is not (or no longer) there for this reader."""
        notice, item = get_notice(row.notice), self.items.get(item_of(row))
        about = self.items.get(about_of(row))
        if notice is None or item is None or about is None:
            gone = _("Something that is no longer shown to you")
            return Line(row=row, sentence=gone, html=SafeString(escape(gone)), shown=False)
        values = self._values(row, about)
        return Line(
            row=row,
            sentence=_fill(notice, values),
            html=mark_safe(_fill(notice, self._marked(row, about, values))),  # noqa: S308  the values are escaped
            href=address(notice, row, item),
            facts=tuple(text for text in row.facts.values() if text),
        )

    def _values(self, row: Any, about: Any) -> dict[str, Any]:
        return {
            "actor": self.names.get(row.actor_id, "") or _("somebody"),
            "title": get_kind(row.about_kind).title(about),
            "count": getattr(row, "count", 1),
        }

    def _marked(self, row: Any, about: Any, values: dict[str, Any]) -> dict[str, Any]:
        language = get_kind(row.about_kind).language(about)
        title = escape(values["title"])
        if language:
            title = format_html('<span lang="{}">{}</span>', language, values["title"])
        return {**values, "actor": escape(values["actor"]), "title": title}


def item_of(row: Any) -> Reference:
    """Return what a row leads to."""
    return row.item_kind, row.item_id


def about_of(row: Any) -> Reference:
    """Return what a row is named after."""
    return row.about_kind, row.about_id


def address(notice: Notice, row: Any, item: Any) -> str:
    """Return the path a line leads to, in the active language."""
    kind = get_kind(row.item_kind)
    return notice.address(kind, item) if notice.address else kind.address(item)


def _fill(notice: Notice, values: dict[str, Any]) -> str:
    template = notice.many if notice.many is not None and values["count"] > 1 else notice.text
    return str(template % values)
