"""Turns a row into a message: plain text beside HTML, stable Message-ID, headers that keep robots from answering."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from django.utils.http import http_date

from mail.models import OutgoingMail

ALWAYS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def build(mail: OutgoingMail) -> EmailMultiAlternatives:
    """Return the message of a row; the same row gives the same Message-ID each time."""
    headers = {
        **ALWAYS,
        "Content-Language": mail.language,
        "Date": http_date(timezone.now().timestamp()),
        **mail.headers,
        "Message-ID": mail.message_id,
    }
    message = EmailMultiAlternatives(
        subject=mail.subject, body=mail.text, from_email=settings.DEFAULT_FROM_EMAIL, to=[mail.to], headers=headers
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message
