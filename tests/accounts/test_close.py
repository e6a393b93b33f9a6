"""Closing shows nowhere any name, address or profile from that moment; after fourteen days nothing is left of them."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone, translation

from accounts.handles import free_handle
from accounts.models import AccountState, SealedIdentity, User
from accounts.services import change_profile, close_account
from accounts.services.close import destroy_sealed
from mail.delivery import send_due_mails
from mail.models import OutgoingMail
from tests.factories.accounts import UserFactory
from tests.mail.test_queue import a_mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone() -> User:
    person = UserFactory(name="Jana Nová", handle="jana-nova", email="jana@example.org")
    change_profile(person, by=person, changes={"shown_to": "everybody", "about": {"cs": "Učím"}})
    close_account(person, by=person)
    return User.objects.get(pk=person.pk)


def test_her_name_and_address_are_gone_at_once(gone: User) -> None:
    assert (gone.name, gone.email, gone.state) == ("", None, AccountState.CLOSING)
    assert gone.profile.about == {}
    assert not EmailAddress.objects.filter(user=gone).exists()
    with translation.override("en"):
        assert str(gone) == "former member"


def test_they_lie_sealed_for_fourteen_days_and_are_destroyed(gone: User) -> None:
    assert SealedIdentity.objects.get().identity["email"] == "jana@example.org"
    assert destroy_sealed() == 0
    SealedIdentity.objects.update(sealed_at=timezone.now() - timedelta(days=15))
    assert destroy_sealed() == 1
    gone.refresh_from_db()
    assert gone.state == AccountState.CLOSED
    assert not SealedIdentity.objects.exists()


def test_closing_twice_changes_nothing(gone: User) -> None:
    assert close_account(gone, by=gone) is False


def test_her_handle_is_never_given_again(gone: User) -> None:
    assert free_handle("Jana Nová") != "jana-nova"


def test_her_address_can_sign_up_again(gone: User) -> None:
    assert UserFactory(email="jana@example.org").pk != gone.pk


def test_a_mail_that_waited_is_not_sent(gone: User) -> None:
    a_mail(person=gone)
    assert send_due_mails() == 1, "only the way back"
    assert OutgoingMail.objects.get(person=gone).reason == "the account is closed"
