"""What can be done with and by people. Import services from here."""

from accounts.services.adding import add_person
from accounts.services.close import close_account, reinstate, suspend
from accounts.services.confirm import confirm_person
from accounts.services.profile import change_mail_choice, change_preferences, change_profile, rename
from accounts.services.reopen import reopen_account

__all__ = [
    "add_person",
    "change_mail_choice",
    "change_preferences",
    "change_profile",
    "close_account",
    "confirm_person",
    "reinstate",
    "rename",
    "reopen_account",
    "suspend",
]
