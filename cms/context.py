"""What the layout of every page reads from the website: where handbook and news stand, footer links, funders."""

from functools import partial
from typing import Any

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from cms.services.navigation import navigation

NAMES = ("handbook_url", "news_url", "projects_url", "footer_links", "funders")


def website(request: Any) -> dict[str, Any]:
    """Return the names lazily: a page that shows none of them costs nothing."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    kept: dict[str, Any] = {}

    def read(name: str) -> Any:
        if not kept:
            kept.update(navigation(language=language, request=request))
        return kept.get(name, "")

    return {name: SimpleLazyObject(partial(read, name)) for name in NAMES}
