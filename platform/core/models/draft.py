"""What a person was writing and has not sent. A draft belongs to its person alone."""

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """One draft per person and place; `place` names the form, such as `topic:12:reply`."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=120)
    fields = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "place"], name="draft_once_per_place")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.place}"
