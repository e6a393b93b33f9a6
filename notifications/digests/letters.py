"""Writes digests. Readers of one language who get the same share one rendered text; only the token is personal."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from core.kinds import get_kind
from core.times import period, zone_of
from mail.purposes import DIGEST
from mail.render import render_mail
from mail.services import MailParts
from notifications.digests.recipients import Recipient
from notifications.digests.sections import Composer
from notifications.digests.selection import Window, group, reference
from notifications.headers import MailingList, by_mail_address, list_headers
from notifications.models import Release, What
from notifications.stock import Stock

TOKEN = "0-token-0"  # noqa: S105  stands in the shared text for each reader's own


class DigestWriter:
    """Writes the digests of a run from one stock of items."""

    def __init__(self, stock: Stock) -> None:
        self.stock = stock
        self._written: dict[Any, tuple[str, str, str]] = {}

    def gather(self, releases: Iterable[Release], recipients: Iterable[Recipient]) -> None:
        """Load what the digests of these releases name."""
        rows = list(releases)
        platforms = {
            ("platform", recipient.subscription.platform_id)
            for recipient in recipients
            if recipient.subscription.what == What.PLATFORM
        }
        self.stock.load({*map(reference, rows), *map(group, rows), *platforms})
        self.stock.load_names(row.author_id for row in rows if row.author_id)

    def write(self, releases: Sequence[Release], recipient: Recipient, *, window: Window) -> MailParts:
        """Return the mail that brings these releases, which the recipient may see."""
        subscription = recipient.subscription
        subject, text, html = (
            part.replace(TOKEN, subscription.token) for part in self._text(releases, recipient, window=window)
        )
        return {
            "to": recipient.to,
            "person": subscription.person,
            "subject": subject,
            "text": text,
            "html": html,
            "purpose": DIGEST,
            "language": recipient.language,
            "headers": list_headers(subscription.token, mailing_list=list_of(recipient)),
        }

    def _text(self, releases: Sequence[Release], recipient: Recipient, *, window: Window) -> tuple[str, str, str]:
        subscription = recipient.subscription
        key = (
            *(recipient.language, recipient.languages, recipient.zone, _days(window, recipient)),
            *(subscription.what, subscription.platform_id, subscription.person_id is None),
            tuple(release.pk for release in releases),
        )
        if key not in self._written:
            self._written[key] = self._render(releases, recipient, window=window)
        return self._written[key]

    def _render(self, releases: Sequence[Release], recipient: Recipient, *, window: Window) -> tuple[str, str, str]:
        language, zone = recipient.language, recipient.zone
        days = _days(window, recipient)
        with translation.override(language), timezone.override(zone_of(zone)):
            context = {
                "sections": Composer(self.stock, recipient).sections(releases),
                "days": days,
                "platform": self._platform(recipient),
                "follows": recipient.subscription.what == What.FOLLOW,
                "visitor": recipient.subscription.person_id is None,
                "unsubscribe_url": by_mail_address(TOKEN),
                "settings_url": _settings_address(recipient),
            }
            return render_mail("emails/notifications/digest", context, language)

    def _platform(self, recipient: Recipient) -> str:
        subscription = recipient.subscription
        if subscription.what != What.PLATFORM:
            return ""
        item = self.stock.shown(("platform", subscription.platform_id), recipient.viewer)
        return get_kind("platform").title(item) if item is not None else ""


def _days(window: Window, recipient: Recipient) -> str:
    """Return the days it is about, in her words."""
    return period(window.since, window.cutoff, language=recipient.language, zone=recipient.zone)


def list_of(recipient: Recipient) -> MailingList:
    """Return the mailing list a digest belongs to."""
    subscription = recipient.subscription
    places = (("platform", subscription.platform_id),) if subscription.what == What.PLATFORM else ()
    return MailingList(word="digest", places=places)


def _settings_address(recipient: Recipient) -> str:
    if recipient.subscription.person_id is None:
        return by_mail_address(TOKEN, page="s")
    return f"{settings.BASE_URL}/{recipient.language}/notifications/settings/"
