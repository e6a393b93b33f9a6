"""How far a person has read a topic. Written by a small POST, never by a GET."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from forums.models.topic import Topic


class ReadMark(models.Model):
    """Everything up to `position` was on this person's screen."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="read_marks")
    position = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "person"], name="read_mark_once")]

    def __str__(self) -> str:
        return f"{self.person_id} read {self.topic_id} up to {self.position}"
