"""Ending and pausing an account. From that moment no page, list or mail shows the name, the address or the profile."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from accounts.events import AccountClosed, PersonReinstated, PersonSuspended
from accounts.models import AccountState, Profile, SealedIdentity, Shown, User
from accounts.services.creation import audience_of, give_profile
from accounts.services.reopen import UNDO_DAYS, send_way_back
from core.outbox import publish
from core.site import raise_epoch

SEALED_PROFILE = (
    "position",
    "about",
    "areas",
    "territories",
    "help_with",
    "looking_for",
    "shown_to",
    "show_email_to",
    "listed_in_directory",
)


@transaction.atomic
def suspend(person: User, *, by: User, reason: str) -> bool:
    """Keep a member from signing in; her posts stay, her profile is not shown. Return whether she was active."""
    if person.state != AccountState.ACTIVE:
        return False
    _set_state(person, AccountState.SUSPENDED, reason=reason)
    publish(PersonSuspended(person_id=person.pk))
    return True


@transaction.atomic
def reinstate(person: User, *, by: User) -> bool:
    """End a suspension; return whether there was one."""
    if person.state != AccountState.SUSPENDED:
        return False
    _set_state(person, AccountState.ACTIVE, reason="")
    publish(PersonReinstated(person_id=person.pk))
    return True


@transaction.atomic
def close_account(person: User, *, by: User) -> bool:
    """Hide who she was at once and seal it for fourteen days; return whether the account was open.

    A mail tells her the way back. Raises ValueError for the last administrator: nobody could run the site.
    """
    if person.has_left:
        return False
    if person.is_superuser and not _other_administrators(person):
        raise ValueError("the last administrator")
    profile = give_profile(person)
    SealedIdentity.objects.create(person=person, identity=_identity(person, profile))
    if person.email and person.state != AccountState.NEW:
        send_way_back(person)
    _empty(person, profile)
    EmailAddress.objects.filter(user=person).delete()
    raise_epoch()
    publish(AccountClosed(person_id=person.pk))
    return True


@transaction.atomic
def destroy_sealed() -> int:
    """Destroy what has been sealed for fourteen days; return how many accounts are closed for good now."""
    old = SealedIdentity.objects.filter(sealed_at__lt=timezone.now() - timedelta(days=UNDO_DAYS))
    people = list(old.values_list("person_id", flat=True))
    old.delete()
    User.objects.filter(pk__in=people).update(state=AccountState.CLOSED)
    return len(people)


def _other_administrators(person: User) -> bool:
    return User.objects.filter(is_superuser=True, state=AccountState.ACTIVE).exclude(pk=person.pk).exists()


def _identity(person: User, profile: Profile) -> dict[str, object]:
    sealed = {field: getattr(profile, field) for field in SEALED_PROFILE}
    kept = {"name": person.name, "email": person.email, "persona": person.persona, "password": person.password}
    return {**kept, "profile": sealed}


def _empty(person: User, profile: Profile) -> None:
    person.name, person.email, person.persona = "", None, ""
    person.set_unusable_password()
    person.state, person.state_reason = AccountState.CLOSING, ""
    person.save()
    profile.position = profile.help_with = profile.looking_for = ""
    profile.about, profile.areas, profile.territories = {}, [], []
    profile.shown_to = profile.show_email_to = Shown.NOBODY
    profile.listed_in_directory = False
    profile.audience_id = audience_of(profile)
    profile.version += 1
    profile.save()


def _set_state(person: User, state: AccountState, *, reason: str) -> None:
    person.state, person.state_reason = state, reason[:500]
    person.save(update_fields=["state", "state_reason"])
