"""What a person changes about herself. Each service writes its own fields only: no consent changes by accident."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.events import MailChoiceChanged, PersonRenamed, ProfileChanged
from accounts.models import MailChoice, Profile, User
from accounts.services.creation import audience_of, give_profile
from core.outbox import publish
from core.site import raise_epoch

PROFILE_FIELDS = frozenset(
    {
        "shown_to",
        "show_email_to",
        "listed_in_directory",
        "position",
        "about",
        "areas",
        "territories",
        "help_with",
        "looking_for",
    }
)
PREFERENCES = frozenset({"language", "reads", "time_zone"})


@transaction.atomic
def rename(person: User, *, name: str, by: User) -> bool:
    """Give a person another name everywhere it is shown; return whether it differs."""
    if person.name == name:
        return False
    person.name = name
    person.save(update_fields=["name"])
    _touch(give_profile(person))
    raise_epoch()
    publish(PersonRenamed(person_id=person.pk))
    return True


@transaction.atomic
def change_profile(person: User, *, by: User, changes: Mapping[str, Any]) -> bool:
    """Write the given fields of the profile; return whether any differs. Raises KeyError for a foreign field."""
    _only(changes, PROFILE_FIELDS)
    profile = give_profile(person)
    if not _apply(profile, changes):
        return False
    profile.audience_id = audience_of(profile)
    _touch(profile)
    publish(ProfileChanged(person_id=person.pk))
    return True


@transaction.atomic
def change_preferences(person: User, *, by: User, changes: Mapping[str, Any]) -> bool:
    """Write interface language, languages read and time zone; return whether any differs."""
    _only(changes, PREFERENCES)
    if not _apply(person, changes):
        return False
    person.save(update_fields=list(changes))
    return True


@transaction.atomic
def change_mail_choice(person: User, *, by: User, choice: str) -> bool:
    """Store how news reach her; return whether it differs. Raises ValueError for a word that is no choice."""
    if choice not in MailChoice.values:
        raise ValueError(f"{choice!r} is no mail choice")
    if person.mail_choice == choice:
        return False
    person.mail_choice = choice
    person.save(update_fields=["mail_choice"])
    publish(MailChoiceChanged(person_id=person.pk))
    return True


def _only(changes: Mapping[str, Any], allowed: frozenset[str]) -> None:
    if unknown := set(changes) - allowed:
        raise KeyError(f"not written here: {sorted(unknown)}")


def _apply(row: User | Profile, changes: Mapping[str, Any]) -> bool:
    differing = {field: value for field, value in changes.items() if getattr(row, field) != value}
    for field, value in differing.items():
        setattr(row, field, value)
    return bool(differing)


def _touch(profile: Profile) -> None:
    profile.version += 1
    profile.updated_at = timezone.now()
    profile.save()
