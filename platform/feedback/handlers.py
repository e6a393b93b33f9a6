"""Reactions to messages: they write mails, which a worker sends."""

from core.outbox import handler
from feedback.events import FeedbackSent
from feedback.letters import mail_operator, mail_thanks
from feedback.models import Feedback


@handler(FeedbackSent, name="feedback.on_feedback_sent")
def on_feedback_sent(event: FeedbackSent) -> None:
    """Tell the operator and thank the writer."""
    row = Feedback.objects.filter(pk=event.feedback_id).first()
    if row is not None:
        mail_operator(row)
        mail_thanks(row)
