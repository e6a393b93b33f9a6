"""Sets the app up: it listens to every change of an item, and tells whether its engine answers."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """See the package's docstring."""

    name = "search"

    def ready(self) -> None:
        """Subscribe and register the health check; the apps that declare changes stand earlier in INSTALLED_APPS."""
        from core.views.health import register_check
        from search.engines import engine
        from search.handlers import subscribe_to_changes

        subscribe_to_changes()
        register_check("search", lambda: engine().healthy())
