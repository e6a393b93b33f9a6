"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """See the package's docstring."""

    name = "mail"

    def ready(self) -> None:
        """Make its events known."""
        from mail import events  # noqa: F401  importing registers
