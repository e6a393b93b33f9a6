"""The tables of people. Import models from here."""

from accounts.models.choices import AccountState, MailChoice, Shown
from accounts.models.profile import Profile
from accounts.models.sealed import SealedIdentity
from accounts.models.user import LEFT, User

__all__ = ["LEFT", "AccountState", "MailChoice", "Profile", "SealedIdentity", "Shown", "User"]
