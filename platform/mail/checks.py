"""Asked once more right before a mail leaves: may it still be sent? Upper apps register what they know."""

from collections.abc import Callable

from mail.models import OutgoingMail, Suppression
from mail.purposes import purpose as purpose_of

Recheck = Callable[[OutgoingMail], str | None]
EVERY = "*"
_rechecks: dict[str, dict[str, Recheck]] = {}


def register_recheck(purpose: str, function: Recheck) -> None:
    """Have `function(mail)` asked before a mail of this purpose (or of every one: `EVERY`) is sent.

    It returns a short reason to skip the mail, or None. The reason is kept on the row.
    """
    _rechecks.setdefault(purpose, {})[f"{function.__module__}.{function.__qualname__}"] = function


def reason_to_skip(mail: OutgoingMail) -> str:
    """Return why the mail must not be sent now; "" when it may."""
    if not purpose_of(mail.purpose).necessary and is_stopped(mail.to):
        return "the address is stopped"
    for function in [*_rechecks.get(EVERY, {}).values(), *_rechecks.get(mail.purpose, {}).values()]:
        if reason := function(mail):
            return reason
    return ""


def is_stopped(address: str) -> bool:
    """Return whether the address gets no more news."""
    return Suppression.objects.filter(address=address.strip().lower(), stopped_at__isnull=False).exists()
