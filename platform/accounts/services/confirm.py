"""A new person becomes a member when she confirms her address, never before."""

from django.db import transaction

from accounts.events import MailChoiceChanged, PersonJoined
from accounts.models import AccountState, User
from accounts.services.creation import give_profile
from core.outbox import publish


@transaction.atomic
def confirm_person(person: User) -> bool:
    """Make somebody who confirmed her address a member; return whether she was not one yet."""
    changed = User.objects.filter(pk=person.pk, state=AccountState.NEW).update(state=AccountState.ACTIVE)
    if not changed:
        return False
    person.state = AccountState.ACTIVE
    give_profile(person)
    publish(PersonJoined(person_id=person.pk))
    publish(MailChoiceChanged(person_id=person.pk))
    return True
