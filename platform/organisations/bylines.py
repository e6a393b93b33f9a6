"""The byline of an organisation's page: who keeps the entry, in which languages, when it changed and was confirmed."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.bylines import Byline, Fact, Named, in_languages, person_named, written_at
from core.texts import pick_with_language
from core.viewer import Viewer


def byline_of(organisation: Any, viewer: Viewer, *, has_people: bool) -> Byline:
    """Return it; `has_people` says whether somebody from there keeps the entry."""
    _text, language = pick_with_language(organisation.about)
    return Byline(
        who_label=pgettext("before names", "Entry kept by"),
        people=_itself() if has_people else _author(organisation, viewer),
        facts=[
            *in_languages(language, others=[code for code, text in organisation.about.items() if text]),
            *written_at(organisation.created_at, organisation.updated_at, label=_("Added")),
            _confirmed(organisation.confirmed_at),
        ],
    )


def _itself() -> list[Named]:
    return [Named(name=_("people of the organisation"), face=False)]


def _author(organisation: Any, viewer: Viewer) -> list[Named]:
    return [person_named(organisation.author, viewer)] if organisation.author else []


def _confirmed(when: Any) -> Fact:
    if when is None:
        return Fact(code="unconfirmed", label=_("Not yet confirmed by the organisation"))
    return Fact(code="confirmed", label=_("Confirmed by the organisation"), when=when, tone="valid")
