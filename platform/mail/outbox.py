"""Reads the mails that the embedded shape wrote into files. It shows what would have been sent; it changes nothing."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

SEPARATOR = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True, kw_only=True)
class WrittenMail:
    """One mail of a file: where it stands, and the message."""

    file: str
    number: int
    message: EmailMessage

    @property
    def sent(self) -> datetime | None:
        """When it was sent."""
        date = self.message["Date"]
        return date.datetime if date is not None else None

    @property
    def subject(self) -> str:
        """Its subject."""
        return str(self.message["Subject"] or "")

    @property
    def recipient(self) -> str:
        """Whom it is for."""
        return str(self.message["To"] or "")

    @property
    def headers(self) -> list[tuple[str, str]]:
        """Every header but those that only describe the parts."""
        return [(k, str(v)) for k, v in self.message.items() if not k.lower().startswith(("content-t", "mime"))]

    def part(self, kind: str) -> str:
        """Return the "plain" or "html" part, "" when there is none."""
        found = self.message.get_body(preferencelist=(kind,))
        return str(found.get_content()) if found is not None else ""


def all_mails(*, limit: int = 200) -> list[WrittenMail]:
    """Return the newest mails first."""
    mails: list[WrittenMail] = []
    for path in sorted(_folder().glob("*.log"), key=lambda p: p.stat().st_mtime_ns, reverse=True):
        mails += reversed(_read(path))
        if len(mails) >= limit:
            break
    return mails[:limit]


def one_mail(file: str, number: int) -> WrittenMail | None:
    """Return one mail, None when there is no such."""
    path = _folder() / Path(file).name
    if path.suffix != ".log" or not path.is_file():
        return None
    return next((mail for mail in _read(path) if mail.number == number), None)


def _folder() -> Path:
    return Path(getattr(settings, "EMAIL_FILE_PATH", "var/outbox"))


def _read(path: Path) -> list[WrittenMail]:
    pieces = [piece for piece in path.read_bytes().split(SEPARATOR) if piece.strip()]
    return [WrittenMail(file=path.name, number=n, message=_parse(piece)) for n, piece in enumerate(pieces)]


def _parse(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)
