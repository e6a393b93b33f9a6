"""The two mails of a message: one to the operator, one of thanks to the writer.

The mail of thanks repeats nothing that was typed: the address may be somebody else's.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac

from core.site import site_settings
from feedback.models import Feedback
from mail.render import render_mail
from mail.services import queue_mail

PURPOSE = "feedback"


def mail_operator(row: Feedback) -> None:
    """Tell the operator's contact address; where none is set, every administrator."""
    link = f"{settings.BASE_URL}{reverse('feedback_list')}"
    for to, language in _operators():
        subject, text, html = render_mail("emails/feedback/arrived", {"row": row, "list_url": link}, language)
        queue_mail(
            to=to,
            subject=subject,
            text=text,
            html=html,
            purpose=PURPOSE,
            language=language,
            headers={"Reply-To": row.email} if row.email else None,
            dedupe_key=f"feedback:{row.pk}:{_print(to)}",
        )


def mail_thanks(row: Feedback) -> None:
    """Thank the writer, once a day at most: nobody is flooded by somebody who types her address."""
    if not row.email:
        return
    with translation.override(row.language):
        form_url = f"{settings.BASE_URL}{reverse('feedback:write')}"
    context = {"form_url": form_url, "wish": bool(row.wish)}
    subject, text, html = render_mail("emails/feedback/thanks", context, row.language)
    queue_mail(
        to=row.email,
        subject=subject,
        text=text,
        html=html,
        purpose=PURPOSE,
        language=row.language,
        dedupe_key=f"feedback-thanks:{timezone.now():%Y-%m-%d}:{_print(row.email)}",
    )


def _operators() -> list[tuple[str, str]]:
    if contact := site_settings().contact:
        return [(contact, settings.LANGUAGE_CODE)]
    administrators = get_user_model().objects.filter(is_superuser=True, is_active=True)
    return [(person.email, person.language) for person in administrators if person.email]


def _print(address: str) -> str:
    return salted_hmac("feedback.address", address.lower()).hexdigest()[:24]
