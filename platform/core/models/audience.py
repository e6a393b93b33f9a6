"""Who may read an item: one row per rule, and who satisfies it. Written only by `core.audiences`."""

from django.conf import settings
from django.db import models


class Audience(models.Model):
    """A rule such as `public`, `site`, `platform:7`, `platform:7:moderate`, `people:88`. The rule is the key."""

    rule = models.CharField(max_length=80, primary_key=True)

    def __str__(self) -> str:
        return self.rule


class AudienceMember(models.Model):
    """A person who satisfies a rule now. `public` and `site` have no rows: everybody satisfies them."""

    audience = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "audience"], name="audience_member_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.audience_id}"
