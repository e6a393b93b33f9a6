"""Places of the site that a home page leads to; what another app does not offer is simply not linked."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.services.addresses import address_of

TARGETS = [
    ("handbook", _("handbook")),
    ("news", _("news")),
    ("projects", _("funded projects")),
    ("topics", _("discussions")),
    ("platforms", _("platforms")),
    ("directory", _("directory")),
    ("subscribe", _("subscription of the digest")),
    ("signup", _("sign-up")),
]
ROUTES = {
    "topics": "forums:latest",
    "platforms": "platforms:list",
    "directory": "platforms:directory",
    "subscribe": "notifications:subscribe",
    "signup": "account_signup",
}


def target_address(target: str, *, request: Any = None) -> str:
    """Return the address of a target in the active language; "" when there is none."""
    from cms.services.navigation import navigation  # noqa: PLC0415  blocks belong to the models

    if target in ROUTES:
        try:
            return reverse(ROUTES[target])
        except NoReverseMatch:
            return ""
    language = (get_language() or "cs").split("-")[0]
    return str(navigation(language=language, request=request).get(f"{target}_url", ""))


def page_address(page: Any) -> str:
    """Return the address of a page under the active language."""
    return address_of(page.url_path, language=(get_language() or "cs").split("-")[0])
