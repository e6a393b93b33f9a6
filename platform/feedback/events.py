"""What happens to messages. Names are stored and never change."""

from dataclasses import dataclass
from typing import ClassVar

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class FeedbackSent(Event):
    """Somebody wrote what is hard to use; the operator is told, and the writer thanked."""

    name: ClassVar[str] = "feedback.sent"
    feedback_id: int
