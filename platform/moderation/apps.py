"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """See the package's docstring."""

    name = "moderation"
