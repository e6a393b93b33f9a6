"""The folder of attachments. It has no address: the only way to a file is the view that asks the item's visibility."""

import os
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Files under settings.PRIVATE_ROOT, readable by the application alone."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700, **kwargs})

    @property
    def base_location(self) -> str:
        """Where the files lie."""
        return str(settings.PRIVATE_ROOT)

    @property
    def location(self) -> str:
        """The same, absolute."""
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        """Refuse: a private file has no address of its own."""
        raise ValueError("A private file has no address; link the attachment instead.")
