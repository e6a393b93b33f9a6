"""Sets the app up: how platform rules are satisfied, the kind `platform`, panels and handlers."""

from django.apps import AppConfig


class PlatformsConfig(AppConfig):
    """See the package's docstring."""

    name = "platforms"

    def ready(self) -> None:
        """Register what core and others ask for."""
        from core.audiences import register_rule
        from core.kinds import register
        from platforms import handlers, notices  # noqa: F401  register by import
        from platforms.items import PlatformKind
        from platforms.panels import register_panels
        from platforms.services.access import member_ids

        register_rule("platform", members=member_ids)
        register(PlatformKind())
        register_panels()
