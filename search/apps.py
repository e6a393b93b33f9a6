"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """See the package's docstring."""

    name = "search"
