"""What a mail is for: the stored word decides its turn, whether a stopped address gets it, how long its body stays."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """Lower `priority` goes first. `necessary` mails reach stopped addresses too: a full mailbox locks nobody out."""

    priority: int
    keep_body: timedelta
    necessary: bool = False


SECURITY = "security"
ACCOUNT = "account"
CONFIRMATION = "confirmation"
INSTANT = "instant"
DIGEST = "digest"
NEWSLETTER = "newsletter"

OTHER = Purpose(priority=50, keep_body=timedelta(days=14))
PURPOSES: dict[str, Purpose] = {
    SECURITY: Purpose(priority=0, keep_body=timedelta(0), necessary=True),
    ACCOUNT: Purpose(priority=10, keep_body=timedelta(0), necessary=True),
    CONFIRMATION: Purpose(priority=10, keep_body=timedelta(0), necessary=True),
    INSTANT: Purpose(priority=40, keep_body=timedelta(days=14)),
    DIGEST: Purpose(priority=60, keep_body=timedelta(days=14)),
    NEWSLETTER: Purpose(priority=70, keep_body=timedelta(days=14)),
}


def purpose(word: str) -> Purpose:
    """Return what is known about a purpose; an unknown word is an ordinary mail."""
    return PURPOSES.get(word, OTHER)
