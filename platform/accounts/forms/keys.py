"""allauth's forms of security keys, whose field for the name has no label of its own."""

from typing import Any

from allauth.mfa.webauthn import forms
from django.utils.translation import gettext_lazy as _

LABEL = _("Name of the key")


class AddKeyForm(forms.AddWebAuthnForm):
    """Adding a key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = LABEL


class EditKeyForm(forms.EditWebAuthnForm):
    """Renaming a key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = LABEL
