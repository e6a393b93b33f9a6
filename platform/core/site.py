"""The one row of SiteSettings: read once per request, raised when names on many pages change."""

from django.db.models import F

from core.models import SiteSettings


def site_settings() -> SiteSettings:
    """Return the settings row, made with its defaults when it does not exist yet."""
    row = SiteSettings.objects.first()
    return row or SiteSettings.objects.create()


def raise_epoch() -> None:
    """Make every kept page stale; called in the transaction of whatever changes a name shown on many pages."""
    SiteSettings.objects.update(epoch=F("epoch") + 1)
