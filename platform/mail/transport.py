"""One connection to the mail server: opened when first needed, reused for a whole run, dropped after a fault."""

import smtplib
from types import TracebackType
from typing import Any, Self

from django.core.mail import EmailMessage, get_connection


class ServerDownError(Exception):
    """The mail server cannot be reached, or refuses to talk to us at all."""


class Transport:
    """A context manager around Django's mail backend that opens late and survives a dropped connection."""

    def __init__(self) -> None:
        self._connection: Any = None

    def __enter__(self) -> Self:
        """Open nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close whatever is open."""
        self.drop()

    def open(self) -> None:
        """Make sure there is a connection; raises ServerDownError."""
        if self._connection is not None:
            return
        connection = get_connection()
        try:
            connection.open()
        except (smtplib.SMTPException, OSError) as error:
            raise ServerDownError(f"{type(error).__name__}: {error}") from error
        self._connection = connection

    def send(self, message: EmailMessage) -> None:
        """Send one message; raises what the backend raises, and RuntimeError when it swallowed the message."""
        self.open()
        if not self._connection.send_messages([message]):
            raise RuntimeError("the mail backend sent nothing")

    def drop(self) -> None:
        """Close the connection, whatever state it is in; the next mail gets a new one."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.close()
        except (smtplib.SMTPException, OSError):
            return
