"""Adding somebody whose address is known to be hers: an administrator's colleague, a person of the demo."""

from typing import Any

from django.db import transaction

from accounts.events import PersonJoined
from accounts.models import User
from core.outbox import publish


@transaction.atomic
def add_person(*, by: User | None, email: str | None, name: str, **fields: Any) -> User:
    """Return a new member with a confirmed address and no password, and tell the site that she joined.

    `fields` are columns of the person, such as `language`, `reads` or `persona`. Without `by` a command adds her.
    """
    person = User.objects.create_user(email, name=name, **fields)
    publish(PersonJoined(person_id=person.pk))
    return person
