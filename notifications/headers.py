"""What mail programs read: who ends it by one click (RFC 8058), which list it is (RFC 2369, 2919), which thread."""

from dataclasses import dataclass

from django.conf import settings

from core.notices import Reference
from mail.services import mail_host


@dataclass(frozen=True, kw_only=True)
class MailingList:
    """The list a mail belongs to, as a path from the narrowest to the widest: a forum of a platform."""

    places: tuple[Reference, ...] = ()
    word: str = ""

    @property
    def list_id(self) -> str:
        """Its name for machines, such as `<forum-2.platform-7.mosty.example>`."""
        labels = [*([self.word] if self.word else []), *(f"{kind}-{pk}" for kind, pk in self.places)]
        return f"<{'.'.join([*labels, mail_host()])}>"

    @property
    def archive(self) -> str:
        """Where everything of it stands."""
        return permanent(self.places[0]) if self.places else f"{settings.BASE_URL}/"


def permanent(reference: Reference) -> str:
    """Return the address of an item that never changes."""
    return f"{settings.BASE_URL}/go/{reference[0]}/{reference[1]}/"


def by_mail_address(token: str, *, page: str = "u") -> str:
    """Return the address of one of our pages for readers without account: `u` to end it, `s` for its settings."""
    return f"{settings.BASE_URL}/mail/{page}/{token}/"


def list_headers(token: str, *, mailing_list: MailingList) -> dict[str, str]:
    """Return the headers of a list, with the address at which one POST ends it."""
    return {
        "List-Id": mailing_list.list_id,
        "List-Archive": f"<{mailing_list.archive}>",
        "List-Unsubscribe": f"<{by_mail_address(token)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "list",
    }


def thread_headers(thread: Reference) -> dict[str, str]:
    """Return the headers that keep the mails of one thing together: its stable id is their common root."""
    root = f"<{thread[0]}.{thread[1]}@{mail_host()}>"
    return {"In-Reply-To": root, "References": root}
