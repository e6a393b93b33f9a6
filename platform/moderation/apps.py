"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """See the package's docstring."""

    name = "moderation"

    def ready(self) -> None:
        """Declare what people are told about, and which items its events change."""
        from moderation import changes, notices  # noqa: F401  declare by import
