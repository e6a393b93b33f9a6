"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig


class FollowingConfig(AppConfig):
    """See the package's docstring."""

    name = "following"

    def ready(self) -> None:
        """Make its events known."""
        from following import events  # noqa: F401  importing registers
