"""The rows of a new person: herself under a free handle, her profile, her confirmed address."""

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from accounts.handles import free_handle
from accounts.models import Profile, Shown, User
from core.audiences import PUBLIC, SITE, people_audience

TRIES = 5


def insert_person(user: User) -> None:
    """Save a new person under a handle nobody has or had, even when two of one name arrive together."""
    wished = user.handle
    for tried in range(TRIES):
        user.handle = wished or free_handle(user.name, plain=tried == 0)
        try:
            with transaction.atomic():
                user.save(force_insert=True)
        except IntegrityError:
            taken = User.objects.filter(handle=user.handle).exists()
            if wished or not taken or tried == TRIES - 1:
                raise
        else:
            return


def give_profile(user: User) -> Profile:
    """Return her profile, made with its defaults when there is none."""
    profile, _ = Profile.objects.get_or_create(person=user, defaults={"audience_id": SITE})
    return profile


def audience_of(profile: Profile) -> str:
    """Return the rule of whom the profile is shown to; the row of the rule exists."""
    if profile.shown_to == Shown.EVERYBODY:
        return PUBLIC
    return SITE if profile.shown_to == Shown.MEMBERS else people_audience([profile.person_id])


def confirm_address(user: User, *, email: str) -> None:
    """Record that the address is hers and her only one."""
    EmailAddress.objects.update_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
