"""Where an unprefixed address leads: the person's language, then the cookie, then what the browser asks for."""

from django.conf import settings
from django.http import HttpRequest  # noqa: TID251  it is about the request
from django.utils.translation import get_language_from_request


def preferred_language(request: HttpRequest) -> str:
    """Return the code of an installed interface language."""
    installed = {code for code, _ in settings.LANGUAGES}
    user = getattr(request, "user", None)
    own = getattr(user, "language", "") if user is not None and user.is_authenticated else ""
    if own in installed:
        return str(own)
    asked = get_language_from_request(request).split("-")[0]
    return asked if asked in installed else settings.LANGUAGE_CODE
