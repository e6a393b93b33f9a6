"""Turns a row into a message: plain text beside HTML, stable Message-ID, headers that keep robots from answering."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from django.utils.http import http_date

from core.site import site_settings
from mail.mark import REFERENCE, mark_part
from mail.models import OutgoingMail

ALWAYS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


class Letter(EmailMultiAlternatives):
    """A mail whose attachments are pictures of its page, not files beside it."""

    mixed_subtype = "related"


def build(mail: OutgoingMail) -> EmailMultiAlternatives:
    """Return the message of a row; the same row gives the same Message-ID each time.

    An answer goes to the network's contact address, where it has one: people do answer mails of machines.
    """
    headers = {
        **ALWAYS,
        "Content-Language": mail.language,
        "Date": http_date(timezone.now().timestamp()),
        **mail.headers,
        "Message-ID": mail.message_id,
    }
    contact = site_settings().contact
    message = Letter(
        subject=mail.subject,
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.to],
        reply_to=[contact] if contact else None,
        headers=headers,
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
        _add_mark(message, mail.html)
    return message


def _add_mark(message: EmailMultiAlternatives, html: str) -> None:
    part = mark_part() if REFERENCE in html else None
    if part is not None:
        message.attach(part)
