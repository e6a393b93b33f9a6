"""Languages a person may say she reads: an open list, named in themselves."""

from core.text_fields import language_name

READABLE = (
    "cs", "sk", "en", "de", "uk", "pl", "fr", "nl", "es", "it", "ro", "hu", "bg", "el", "ru", "vi", "mn", "ar", "tr",
)  # fmt: skip


def language_choices() -> list[tuple[str, str]]:
    """Return (code, own name) of every language offered."""
    return [(code, language_name(code)) for code in READABLE]
