"""Who somebody was, sealed while the closing of an account can still be undone. Nothing shows it."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class SealedIdentity(models.Model):
    """Name, address and profile of a closing account; destroyed after fourteen days."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    identity = models.JSONField()
    sealed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"sealed {self.person_id}"
