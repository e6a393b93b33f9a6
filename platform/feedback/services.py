"""Sending a message, answering it, and its end. Nothing here asks who wrote it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.outbox import publish
from feedback.events import FeedbackSent
from feedback.models import KEPT, Feedback, FeedbackState


@transaction.atomic
def send_feedback(problem: str, *, language: str, page: str = "", email: str = "", wish: str = "") -> Feedback:
    """Keep a message and tell the operator by the outbox; return the row."""
    row = Feedback.objects.create(problem=problem, page=page, email=email, wish=wish, language=language)
    publish(FeedbackSent(feedback_id=row.pk))
    return row


@transaction.atomic
def mark_answered(row: Feedback, *, by: Any) -> bool:
    """Say that a message is answered; return False when it was already."""
    rows = Feedback.objects.filter(pk=row.pk, state=FeedbackState.NEW)
    return bool(rows.update(state=FeedbackState.ANSWERED, answered_by=by, answered_at=timezone.now()))


@transaction.atomic
def mark_new(row: Feedback) -> bool:
    """Put a message back among those that wait; return False when it waits already."""
    rows = Feedback.objects.filter(pk=row.pk, state=FeedbackState.ANSWERED)
    return bool(rows.update(state=FeedbackState.NEW, answered_by=None, answered_at=None))


@transaction.atomic
def prune_feedback() -> int:
    """Destroy what came in twelve months ago or earlier; return how many messages that were."""
    return Feedback.objects.filter(created_at__lte=timezone.now() - KEPT).delete()[0]
