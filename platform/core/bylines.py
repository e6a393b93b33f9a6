"""What lets a reader trust a page: who says it, for whom, in which language, when, and as of when it holds.

An app builds a Byline for its pages; the component `byline.html` shows it. Nothing here asks the database.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.icons import FACTS
from core.text_fields import language_name
from core.viewer import Viewer

SAME_WRITING = dt.timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Named:
    """A name, linked when the reader may go there; `lang` when the name is a word of another language."""

    name: str
    href: str = ""
    lang: str = ""
    note: str = ""
    face: bool = True  # initials stand before a person's name, not before a word for several


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing to know: a moment, a text or names, with a word and an icon. `tone` only stresses the word."""

    code: str
    label: str
    when: dt.date | dt.datetime | None = None
    text: str = ""
    names: list[Named] = field(default_factory=list)
    tone: str = ""
    style: str = "date"

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return FACTS[self.code]


@dataclass(frozen=True, kw_only=True)
class Byline:
    """Who says it and for whom, then the facts in their order."""

    who_label: str = ""
    people: list[Named] = field(default_factory=list)
    organisation: Named | None = None
    facts: list[Fact] = field(default_factory=list)

    @property
    def codes(self) -> str:
        """The codes of what it says, for those who test pages."""
        said = [("who", self.people), ("organisation", self.organisation), *((fact.code, True) for fact in self.facts)]
        return " ".join(code for code, there in said if there)


def written_by() -> str:
    """Return the word before the names of authors."""
    return pgettext("before names", "Written by")


def person_named(person: Any, viewer: Viewer, *, note: str = "") -> Named:
    """Return a person's name, linked when the viewer may see her profile. Her profile should be selected with her."""
    seen = person.can_be_viewed_by(viewer)
    return Named(name=person.get_full_name(), href=person.get_absolute_url() if seen else "", note=note)


def in_languages(code: str, *, others: dict[str, str] | Iterable[str] = ()) -> list[Fact]:
    """Return in which language it is and in which others it exists, each by its own name; addresses where given."""
    addresses = others if isinstance(others, dict) else dict.fromkeys(others, "")
    further = [
        Named(name=language_name(other), href=href, lang=other) for other, href in addresses.items() if other != code
    ]
    own = [Fact(code="language", label=_("Language"), names=[Named(name=language_name(code), lang=code)])]
    return [*(own if code else []), *([Fact(code="also", label=_("Also in"), names=further)] if further else [])]


def written_at(published: Any, changed: Any = None, *, label: str = "") -> list[Fact]:
    """Return when it was published, and when it was last changed unless that was the same sitting."""
    facts = [Fact(code="published", label=label or _("Published"), when=published)] if published else []
    if changed and (not published or not _same_writing(published, changed)):
        facts.append(Fact(code="changed", label=_("Last changed"), when=changed, style="short"))
    return facts


def _same_writing(published: Any, changed: Any) -> bool:
    both = isinstance(published, dt.datetime) and isinstance(changed, dt.datetime)
    return both and changed - published < SAME_WRITING


def holding(*, as_of: dt.date | None = None, check_by: dt.date | None = None) -> list[Fact]:
    """Return as of when it is valid and by when somebody looks at it again; past that day it says so."""
    facts = [Fact(code="valid", label=_("Valid as of"), when=as_of, tone="valid")] if as_of else []
    if check_by and check_by < timezone.localdate():
        facts.append(Fact(code="overdue", label=_("Should have been checked by"), when=check_by, tone="warn"))
    elif check_by:
        facts.append(Fact(code="check", label=_("Check by"), when=check_by))
    return facts
