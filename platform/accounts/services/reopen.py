"""The way back from closing: within fourteen days the link of the mail opens the account again, whole.

The sealed row alone says whether there is a way back; a link without it opens nothing.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from accounts.events import AccountReopened, MailChoiceChanged
from accounts.models import AccountState, SealedIdentity, User
from accounts.services.creation import audience_of, confirm_address, give_profile
from core.outbox import publish
from core.site import raise_epoch
from mail.purposes import ACCOUNT
from mail.render import render_mail
from mail.services import queue_mail

UNDO_DAYS = 14
SALT = "accounts.reopen"


def send_way_back(person: User) -> None:
    """Write the mail with the undo link to somebody whose address is about to be sealed."""
    language = person.language if person.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(language):
        path = reverse("accounts:reopen", args=[signing.dumps(person.pk, salt=SALT)])
    context = {"person": person, "reopen_url": f"{settings.BASE_URL}{path}", "days": UNDO_DAYS}
    subject, text, html = render_mail("emails/account/account_closed", context, language, zone=person.time_zone)
    # Not `person=`: mails of somebody whose account is closed are not sent, and this one is about that.
    queue_mail(to=str(person.email), subject=subject, text=text, html=html, purpose=ACCOUNT, language=language)


def sealed_of(token: str) -> SealedIdentity | None:
    """Return what the link of a mail can bring back; None when it is wrong, used, or fourteen days have passed."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=timedelta(days=UNDO_DAYS))
    except signing.BadSignature:
        return None
    since = timezone.now() - timedelta(days=UNDO_DAYS)
    return SealedIdentity.objects.select_related("person").filter(person_id=pk, sealed_at__gt=since).first()


@transaction.atomic
def reopen_account(sealed: SealedIdentity) -> bool:
    """Give the person back her name, address and profile; return False when another account has the address now."""
    person = User.objects.get_queryset().select_for_update(no_key=True).get(pk=sealed.person_id)
    identity = sealed.identity
    taken = User.objects.filter(email__iexact=identity["email"]).exists() if identity["email"] else False
    if taken or person.state != AccountState.CLOSING:
        return False
    _fill(person, identity)
    sealed.delete()
    raise_epoch()
    publish(AccountReopened(person_id=person.pk))
    publish(MailChoiceChanged(person_id=person.pk))
    return True


def _fill(person: User, identity: dict[str, object]) -> None:
    person.name, person.email = str(identity["name"]), str(identity["email"] or "") or None
    person.persona, person.password = str(identity.get("persona", "")), str(identity.get("password", person.password))
    person.state = AccountState.ACTIVE
    person.save()
    if person.email:
        confirm_address(person, email=person.email)
    profile = give_profile(person)
    stored: dict[str, object] = identity["profile"]  # type: ignore[assignment]  # JSON
    for field, value in stored.items():
        setattr(profile, field, value)
    profile.audience_id = audience_of(profile)
    profile.version += 1
    profile.save()
