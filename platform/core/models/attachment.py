"""Files that belong to an item. Written only by `core.attachments.services`, served only by its view."""

import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone


def private_storage() -> Storage:
    """Return the storage without addresses; a callable, so that migrations do not freeze it."""
    return storages["private"]


def stored_name(_instance: models.Model, _name: str) -> str:
    """Return a path that says nothing about the file."""
    return f"attachments/{timezone.now():%Y/%m}/{uuid.uuid4().hex}"


class Attachment(models.Model):
    """One file; `kind` and `object_id` name its item, and are empty until the item is sent."""

    file = models.FileField(storage=private_storage, upload_to=stored_name, max_length=200)
    preview = models.FileField(storage=private_storage, upload_to=stored_name, max_length=200, blank=True)
    name = models.CharField(max_length=200)
    type = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    description = models.CharField(max_length=500, blank=True)
    decorative = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=40, blank=True)
    object_id = models.BigIntegerField(null=True, blank=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["position", "pk"]
        indexes = [
            models.Index(fields=["kind", "object_id"], name="attachment_item"),
            models.Index(fields=["created_at"], name="attachment_waiting", condition=models.Q(object_id__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.name
