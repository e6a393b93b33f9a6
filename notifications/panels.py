"""What notifications show on other pages: the invitation to the digest for visitors, settings on one's own page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.notices import all_notices
from core.panels import Panel, register_panel
from core.viewer import Viewer
from notifications.models import Notification
from notifications.paging import list_page
from notifications.words import Words

SHOWN = 4


def _on_platform(platform: Any, viewer: Viewer) -> dict[str, Any] | None:
    if viewer.is_member or platform.visibility != "public":
        return None
    href = f"{reverse('notifications:subscribe')}?platform={platform.slug}"
    return {"href": href, "text": _("What is new on this platform, once a week, without an account.")}


def _on_home(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    if viewer.is_member:
        return None
    return {
        "href": reverse("notifications:subscribe"),
        "text": _("What is new on the whole site, once a week, without an account."),
    }


def _latest(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    """Return the latest unread lines of what was said to a member; what is new elsewhere her home lists itself."""
    if not viewer.is_member:
        return None
    news = [notice.code for notice in all_notices() if notice.news]
    unread = Notification.objects.filter(person_id=viewer.person_id, read_at=None).exclude(notice__in=news)
    rows = list_page(unread, size=SHOWN).rows
    words = Words.of_page(rows, viewer)
    lines = [line for line in map(words.line, rows) if line.shown]
    return {"lines": lines} if lines else None


def _on_my_page(_person: Any, _viewer: Viewer) -> dict[str, Any]:
    return {}


def register_panels() -> None:
    """Register the four."""
    rail, home = "notifications/panels/_subscribe.html", "notifications/panels/_subscribe_home.html"
    register_panel(Panel(place="platform.rail", name="subscribe", template=rail, provide=_on_platform, order=80))
    register_panel(Panel(place="home.subscribe", name="subscribe", template=home, provide=_on_home))
    latest = "notifications/panels/_latest.html"
    register_panel(Panel(place="home.member", name="notifications", template=latest, provide=_latest, order=5))
    mine = "notifications/panels/_settings.html"
    register_panel(Panel(place="me", name="notifications", template=mine, provide=_on_my_page, order=10))
