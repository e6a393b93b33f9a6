"""The heartbeat of the scheduler, read by /health/ready."""

from django.db import models


class Beat(models.Model):
    """One row: when the scheduler last had a task carried out."""

    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.at.isoformat()
