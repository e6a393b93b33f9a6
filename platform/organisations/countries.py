"""Names of countries in the reader's language, from their two letters."""

from core.times import locale_of


def country_name(code: str) -> str:
    """Return what the reader calls a country, or its letters when nobody knows them."""
    return str(locale_of().territories.get(code.upper(), code))
