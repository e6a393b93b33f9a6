"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """See the package's docstring. It stands after every app that declares notices."""

    name = "notifications"

    def ready(self) -> None:
        """Register handlers for what was declared, and its own."""
        from core.views.health import register_check
        from mail.checks import register_recheck
        from mail.purposes import DIGEST, INSTANT
        from notifications import mail_samples
        from notifications.digests import recheck as digest
        from notifications.handlers import register_declared
        from notifications.health import digests_are_made
        from notifications.instant import recheck as instant
        from notifications.panels import register_panels

        register_declared()
        mail_samples.register()
        register_panels()
        register_check("digests", digests_are_made)
        register_recheck(INSTANT, instant.reason_against)
        register_recheck(DIGEST, digest.reason_against)
