"""What happens to addresses. Names are stored and never change."""

from dataclasses import dataclass

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class AddressStopped(Event):
    """An address gets no more news: its mails came back, or its reader complained."""

    name = "mail.address_stopped"
    suppression_id: int
