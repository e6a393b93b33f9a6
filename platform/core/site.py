"""The one row of SiteSettings: read once per request, raised when names on many pages change."""

from typing import Any

from django.db.models import F

from core.models import SiteSettings


def site_settings() -> SiteSettings:
    """Return the settings row, made with its defaults when it does not exist yet."""
    row = SiteSettings.objects.first()
    return row or SiteSettings.objects.create()


def settings_of(request: Any) -> SiteSettings:
    """Return the settings row, read once for this request."""
    row: SiteSettings | None = getattr(request, "site_settings_row", None)
    if row is None:
        row = request.site_settings_row = site_settings()
    return row


def raise_epoch() -> None:
    """Make every kept page stale; called in the transaction of whatever changes a name shown on many pages."""
    SiteSettings.objects.update(epoch=F("epoch") + 1)
