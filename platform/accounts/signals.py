"""allauth's signals, translated at the edge into our services."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.dispatch import receiver

from accounts.services.confirm import confirm_person


@receiver(email_confirmed, dispatch_uid="accounts.email_confirmed")
def on_email_confirmed(email_address: EmailAddress, **_: Any) -> None:
    """Make the person a member the first time she confirms an address."""
    confirm_person(email_address.user)
