"""A piece of work that takes long and that somebody watches: how far it is and how it ended."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """Stored words of the states."""

    WAITING = "waiting", _("waiting to begin")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


OPEN = (JobState.WAITING, JobState.RUNNING)


class Job(models.Model):
    """One run. `name` is a stored word ("search.rebuild"); at most one run of a name is open. See `core.jobs`."""

    name = models.CharField(max_length=60)
    state = models.CharField(max_length=8, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)  # 0: nobody knows yet
    note = models.CharField(max_length=500, blank=True)  # what came of it, or why it failed
    begun_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=Q(state__in=OPEN), name="job_once_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.pk}: {self.state}"

    @property
    def is_open(self) -> bool:
        """Whether it still goes on."""
        return self.state in OPEN
