"""Sets the app up: the kind `organisation`."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """See the package's docstring."""

    name = "organisations"

    def ready(self) -> None:
        """Register the kind and the panels."""
        from core.kinds import register
        from organisations.items import OrganisationKindOfItem
        from organisations.panels import register_panels

        register(OrganisationKindOfItem())
        register_panels()
