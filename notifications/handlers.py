"""Reactions to events. What apps declare in `core.notices` and `core.releases` is registered here, event by event."""

from django.utils import timezone

from accounts.events import AccountClosed, MailChoiceChanged, PersonJoined
from accounts.models import MailChoice, User
from accounts.services import change_mail_choice
from core.notices import telling_events
from core.outbox import handler
from core.releases import releasing_events
from mail.events import AddressStopped
from mail.models import StopReason, Suppression
from notifications.models import DigestSubscription, InstantMail, InstantState
from notifications.releasing import release
from notifications.services.subscriptions import end_all_of_person, follow_mail_choice
from notifications.telling import tell


def register_declared() -> None:
    """Register one handler per declared event; called when every app has declared."""
    for event in telling_events():
        handler(event, name=f"notifications.tell:{event.name}")(tell)
    for event in releasing_events():
        handler(event, name=f"notifications.release:{event.name}")(release)


@handler(PersonJoined, name="notifications.on_person_joined")
def on_person_joined(event: PersonJoined) -> None:
    """Begin the digest a new member asked for when she signed up."""
    _follow_choice(event.person_id)


@handler(MailChoiceChanged, name="notifications.on_mail_choice_changed")
def on_mail_choice_changed(event: MailChoiceChanged) -> None:
    """Begin or end the digest of what she follows."""
    _follow_choice(event.person_id)


def _follow_choice(person_id: int) -> None:
    person = User.objects.get_queryset().select_for_update(no_key=True).filter(pk=person_id).first()
    if person is not None:
        follow_mail_choice(person)


@handler(AccountClosed, name="notifications.on_account_closed")
def on_account_closed(event: AccountClosed) -> None:
    """End what was to be mailed to somebody who left."""
    end_all_of_person(event.person_id)
    waiting = InstantMail.objects.filter(person_id=event.person_id, state=InstantState.WAITING)
    waiting.update(state=InstantState.SKIPPED, reason="the account is closed")


@handler(AddressStopped, name="notifications.on_address_stopped")
def on_address_stopped(event: AddressStopped) -> None:
    """End the digests of an address whose reader called our mail unwanted; bounces alone only hold them back."""
    row = Suppression.objects.filter(pk=event.suppression_id, reason=StopReason.COMPLAINT).first()
    if row is None:
        return
    running = DigestSubscription.objects.filter(email=row.address, ended_at=None)
    running.update(ended_at=timezone.now(), next_at=None)
    person = User.objects.active().filter(email__iexact=row.address).first()
    if person is not None:
        end_all_of_person(person.pk)
        change_mail_choice(person, by=person, choice=MailChoice.SITE)
