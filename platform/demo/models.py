"""What the demo made, so that it is made once and can be removed."""

from django.db import models


class DemoRecord(models.Model):
    """One object of the demo under its stable key, such as `topic:01-ubytovna`."""

    key = models.CharField(max_length=120, unique=True)
    model = models.CharField(max_length=80)
    object_id = models.BigIntegerField()

    def __str__(self) -> str:
        return self.key
