"""Sets core up: the two audiences that always exist, and the checks of the registry."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _ensure_audiences(*, using: str, **_: Any) -> None:
    from core.audiences import ensure_fixed_audiences

    ensure_fixed_audiences(using=using)


class CoreConfig(AppConfig):
    """The app that knows no other app."""

    name = "core"

    def ready(self) -> None:
        """Make sure that `public` and `site` exist after every migrate and flush."""
        post_migrate.connect(_ensure_audiences, sender=self)
