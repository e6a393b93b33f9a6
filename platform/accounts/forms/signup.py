"""What sign-up asks beside address and password: the name, one question about mail with nothing ticked, and consent.

allauth builds its own form on top of this one; `accounts.adapter` writes what was filled in.
"""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import MailChoice
from accounts.names import LONGEST, clean_name
from core.privacy import privacy_url


class SignupForm(forms.Form):
    """Name, mail choice (none = only on the site), consent."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("As your colleagues know you; it stands beside what you write."),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    mail_choice = forms.ChoiceField(
        label=gettext_lazy("How should news from what you follow reach you?"),
        help_text=gettext_lazy("Choose nothing, and we send you none. You can change it at any time."),
        choices=MailChoice.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    terms = forms.BooleanField(
        label=gettext_lazy("I agree with the rules of this site and know how my data are treated"),
        error_messages={"required": gettext_lazy("Without your consent we cannot make an account.")},
    )
    field_order = ("name", "email", "password1", "password2", "mail_choice", "terms")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["terms"].help_text = _terms_help()

    def clean_name(self) -> str:
        """Return the name in one line."""
        return clean_name(self.cleaned_data["name"])

    def clean_mail_choice(self) -> str:
        """Return the choice; none means: only on the site."""
        return self.cleaned_data["mail_choice"] or MailChoice.SITE

    def signup(self, request: Any, user: Any) -> None:
        """Do nothing more: the adapter has written every field. allauth asks for this method."""


def _terms_help() -> SafeString:
    return format_html(
        '<a href="{}">{}</a>', privacy_url(), _("Read which data we keep, why, and how you can have them removed.")
    )
