"""Forms about people. Each holds only the fields it writes."""

from accounts.forms.me import CloseForm, MailChoiceForm, NameForm, PreferencesForm, ProfileForm
from accounts.forms.signup import SignupForm

__all__ = ["CloseForm", "MailChoiceForm", "NameForm", "PreferencesForm", "ProfileForm", "SignupForm"]
