"""The one mail an address gets before it said yes: it asks to confirm, or says that it has the digest already."""

from django.db import transaction
from django.utils import translation

from core.kinds import get_kind
from core.viewer import VISITOR
from mail.purposes import CONFIRMATION
from mail.render import render_mail
from mail.services import queue_mail
from notifications.headers import by_mail_address
from notifications.models import DigestSubscription, What


@transaction.atomic
def mail_confirmation(row: DigestSubscription) -> None:
    """Queue the mail; the same page answers whatever it says, so nobody learns who is subscribed."""
    known = row.confirmed_at is not None
    context = {
        "known": known,
        "platform": platform_name(row, language=row.language),
        "confirm_url": by_mail_address(row.token, page="c"),
        "settings_url": by_mail_address(row.token, page="s"),
        "unsubscribe_url": by_mail_address(row.token),
    }
    subject, text, html = render_mail("emails/notifications/confirm", context, row.language)
    queue_mail(to=row.email, subject=subject, text=text, html=html, purpose=CONFIRMATION, language=row.language)


def platform_name(row: DigestSubscription, *, language: str) -> str:
    """Return the name of the platform a digest is about, as a visitor sees it; "" for the whole site."""
    if row.what != What.PLATFORM:
        return ""
    kind = get_kind("platform")
    with translation.override(language):
        item = kind.visible_to(VISITOR).filter(pk=row.platform_id).first()
        return kind.title(item) if item is not None else ""
