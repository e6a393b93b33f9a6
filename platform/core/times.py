"""How moments are written: in the reader's language, as clocks of her zone show them. Nothing here asks the database.

English writes the month as a word, so that nobody takes a day for a month; the others write what their readers expect.
"""

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, format_time
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

NBSP: Final = "\N{NO-BREAK SPACE}"
DAYS: Final = {"en": "long", "uk": "dd.MM.y"}


def zone_of(name: str) -> ZoneInfo:
    """Return a zone by its name; the site's own when there is no such zone (any more)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(settings.TIME_ZONE)


def spell(value: dt.date | dt.datetime, *, style: str = "short", language: str = "", zone: str = "") -> str:
    """Return a moment in words of a language and zone; of the active ones when they are not given.

    Styles: "short" (21. 11. 2026 10:30), "long" (month by its name), "date" and "day" (the same without an hour),
    "month" (listopad 2026).
    """
    locale, value = locale_of(language), local(value, zone=zone)
    if style == "month":
        return format_skeleton("yMMMM", value, locale=locale)
    day = format_date(value, "long" if style in {"long", "day"} else DAYS.get(locale.language, "medium"), locale=locale)
    if style in {"date", "day"} or not isinstance(value, dt.datetime):
        return day
    return f"{day} {format_time(value.time(), 'short', locale=locale)}"


def period(since: dt.datetime, until: dt.datetime, *, language: str = "", zone: str = "") -> str:
    """Return the days from one moment to another, what they share written once: 15.–22. 11. 2026."""
    first, last = local(since, zone=zone), local(until, zone=zone)
    return format_interval(first, last, "yMMMd", locale=locale_of(language))


def local(value: dt.date | dt.datetime, *, zone: str = "") -> dt.date | dt.datetime:
    """Return an aware moment as clocks of the zone show it; anything else as it is."""
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        return timezone.localtime(value, zone_of(zone) if zone else None)
    return value


def locale_of(language: str = "") -> Locale:
    """Return the locale of a language (the active one when not given); British English when nobody knows it."""
    code = language or get_language() or "en"
    if code.split("-", maxsplit=1)[0] == "en":
        return Locale("en", "GB")
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
