"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """The website: home, news, handbook, funded projects, plain pages."""

    name = "cms"
    verbose_name = _("Website")

    def ready(self) -> None:
        """Register the kinds, the panels and the signals."""
        from cms import changes, handlers, notices, signals  # noqa: F401  importing registers
        from cms.items import KINDS
        from cms.panels import register_panels
        from core.kinds import register

        for kind in KINDS:
            register(kind())
        register_panels()
