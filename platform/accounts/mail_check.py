"""Asked right before a mail leaves: is its person still there?"""

from accounts.models import LEFT
from mail.checks import EVERY, register_recheck
from mail.models import OutgoingMail


def person_left(mail: OutgoingMail) -> str | None:
    """Return a reason to skip when the recipient's account was closed meanwhile."""
    return "the account is closed" if mail.person is not None and mail.person.state in LEFT else None


def register() -> None:
    """Have every mail checked."""
    register_recheck(EVERY, person_left)
