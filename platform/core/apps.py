"""Sets core up: the two audiences that always exist, and what people are told about links."""

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
        """Declare the notices; make sure that `public` and `site` exist after every migrate and flush."""
        from core.links import notices  # noqa: F401  declare by import

        post_migrate.connect(_ensure_audiences, sender=self)
