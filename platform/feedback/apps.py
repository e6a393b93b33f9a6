"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """See the package's docstring."""

    name = "feedback"
    verbose_name = _("Accessibility feedback")

    def ready(self) -> None:
        """Listen to what happens."""
        from feedback import handlers, mail_samples  # noqa: F401  importing registers
