"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig


class BridgesConfig(AppConfig):
    """See the package's docstring."""

    name = "bridges"
