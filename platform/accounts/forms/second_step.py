"""allauth's forms of the second step, with words where it has none: names of keys, and where a code is to be found."""

from typing import Any

from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as apps
from allauth.mfa.webauthn import forms
from django.utils.translation import gettext_lazy as _

LABEL = _("Name of the key")
WHERE = _("Six digits that your authenticator app shows, or one of your recovery codes.")


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


class CodeForm(codes.AuthenticateForm):
    """The second step of signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = WHERE


class CodeAgainForm(codes.ReauthenticateForm):
    """The same before something that matters is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = WHERE


class StartAppForm(apps.ActivateTOTPForm):
    """The first code of an app that was just set up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("Six digits; the app shows new ones every half a minute.")
