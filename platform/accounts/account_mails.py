"""Which mails about an account exist: their templates, what each is for, the sentence of a security notice."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from mail.purposes import ACCOUNT, SECURITY


@dataclass(frozen=True, kw_only=True)
class AccountMail:
    """A mail by its template; `sentence` says what changed, for notices."""

    template: str
    purpose: str
    sentence: Any = ""


def _own(name: str, purpose: str) -> AccountMail:
    return AccountMail(template=f"emails/account/{name}", purpose=purpose)


OWN: dict[str, AccountMail] = {
    "email_confirmation": _own("email_confirmation", ACCOUNT),
    "email_confirmation_signup": _own("email_confirmation", ACCOUNT),
    "account_already_exists": _own("account_already_exists", ACCOUNT),
    "unknown_account": _own("unknown_account", ACCOUNT),
    "password_reset_key": _own("password_reset_key", SECURITY),
}
NOTICES: dict[str, Any] = {
    "email_changed": _("The e-mail address of your account was changed."),
    "email_deleted": _("An e-mail address was removed from your account."),
    "password_changed": _("The password of your account was changed."),
    "password_reset": _("The password of your account was reset."),
    "password_set": _("A password was set for your account."),
    "totp_activated": _("An authenticator app was added to your account."),
    "totp_deactivated": _("The authenticator app was removed from your account."),
    "recovery_codes_generated": _("New recovery codes were made for your account."),
    "webauthn_added": _("A security key was added to your account."),
    "webauthn_removed": _("A security key was removed from your account."),
}
# The person is looking at the page that says so: a mail would tell her nothing.
SILENT = frozenset({"email_confirm"})


def account_mail(template_prefix: str) -> AccountMail | None:
    """Return the mail for one of allauth's template names, such as `account/email/password_changed`; None for none."""
    word = template_prefix.rsplit("/", 1)[-1]
    if word in SILENT:
        return None
    if word in OWN:
        return OWN[word]
    sentence = NOTICES.get(word, _("Something changed in the way you sign in."))
    return AccountMail(template="emails/account/notice", purpose=SECURITY, sentence=sentence)
