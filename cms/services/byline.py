"""The byline of a page. Names are kept with the page's facts; whether they are links is asked for each viewer anew."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cms.services.calls import standing_of
from core.bylines import SAME_WRITING, Byline, Fact, Named, holding, in_languages, written_at, written_by
from core.viewer import Viewer

AS_OF = ("valid_as_of", "reviewed_on", "prepared_on")  # the accessibility statement has days of its own


def byline_facts(page: Any) -> dict[str, Any]:
    """Return what of the byline may be kept: authors, organisation and platform, each with who may see its page."""
    return {
        "authors": [_author(row) for row in page.authors.select_related("person__profile")],
        "organisation": _place(page.organisation),
        "platform": _place(page.platform),
    }


def _author(row: Any) -> dict[str, Any]:
    person = row.person
    profile = getattr(person, "profile", None)
    shown = person is not None and profile is not None and person.state == "active"
    href = person.get_absolute_url() if shown else ""
    return {"name": str(row), "href": href, "seen_by": profile.audience_id if shown and profile else ""}


def _place(row: Any) -> dict[str, Any] | None:
    if row is None:
        return None
    open_to = row.audience_id if row.state == "published" else ""
    return {"name": str(row), "href": row.get_absolute_url(), "seen_by": open_to}


def byline_of(page: Any, *, kept: dict[str, Any], translations: dict[str, str], viewer: Viewer) -> Byline:
    """Return the byline of a page for a viewer; `translations` are the addresses of those she may read."""
    organisation, platform = (_seen(kept[name], viewer) for name in ("organisation", "platform"))
    on_platform = [Fact(code="platform", label=_("Platform"), names=[platform])] if platform else []
    return Byline(
        who_label=written_by(),
        people=[_named(row, viewer) for row in kept["authors"]],
        organisation=organisation or Named(name=settings.CONTROLLER_NAME),
        facts=[
            *in_languages(page.language, others=translations),
            *written_at(_published(page), _changed(page)),
            *_holding(page),
            *_call(page),
            *on_platform,
        ],
    )


def _named(kept: dict[str, Any], viewer: Viewer) -> Named:
    return Named(name=kept["name"], href=kept["href"] if viewer.satisfies(kept["seen_by"]) else "")


def _seen(kept: dict[str, Any] | None, viewer: Viewer) -> Named | None:
    """Return an organisation or platform, or None where the viewer may not know of it."""
    return _named(kept, viewer) if kept and viewer.satisfies(kept["seen_by"]) else None


def _published(page: Any) -> Any:
    """Return the day its editor gave it, else when it was first published."""
    return getattr(page, "date", None) or page.first_published_at


def _changed(page: Any) -> dt.datetime | None:
    """Return when it was last published, if that was after the sitting in which it was published first."""
    first, last = page.first_published_at, page.last_published_at
    return last if first and last and last - first >= SAME_WRITING else None


def _holding(page: Any) -> list[Fact]:
    starts = getattr(page, "in_force_from", None)
    in_force = [Fact(code="in_force", label=_("In force from"), when=starts)] if starts else []
    as_of = next((day for name in AS_OF if (day := getattr(page, name, None))), None)
    return [*in_force, *holding(as_of=as_of, check_by=getattr(page, "check_by", None))]


def _call(page: Any) -> list[Fact]:
    standing = standing_of(page) if hasattr(page, "is_call") else None
    if standing is None or page.deadline is None:
        return []
    text = f"({standing.left or standing.word})"
    tone = "warn" if standing.code == "soon" else ""
    return [Fact(code="deadline", label=_("Deadline"), when=page.deadline, text=text, tone=tone)]
