"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See the package's docstring."""

    name = "accounts"

    def ready(self) -> None:
        """Register the kind `person`, the check of mails to people who left, and allauth's signals."""
        from accounts import events, mail_check, mail_samples, signals  # noqa: F401  importing registers
        from accounts.items import PersonKind
        from core.kinds import register

        register(PersonKind())
        mail_check.register()
