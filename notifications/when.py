"""Moments as a recipient's language and zone write them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from django.conf import settings


def zone_of(name: str) -> ZoneInfo:
    """Return a zone by its name; the site's own when there is no such zone (any more)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


def spelled(moment: datetime, *, language: str, zone: str, hour: bool = True) -> str:
    """Return a moment in words of a language, as clocks of the zone show it."""
    local, locale = moment.astimezone(zone_of(zone)), _locale(language)
    day = format_date(local, "long", locale=locale)
    return f"{day} {format_time(local.time(), 'short', locale=locale)}" if hour else day


def _locale(language: str) -> Locale:
    try:
        return Locale.parse("en_GB" if language == "en" else language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
