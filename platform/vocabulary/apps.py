"""Sets the app up: what it registers with core when Django starts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VocabularyConfig(AppConfig):
    """Areas, target groups, instruments, funding and territories."""

    name = "vocabulary"
    verbose_name = _("Vocabulary")

    def ready(self) -> None:
        """Register places as a kind of item."""
        from core.kinds import register
        from vocabulary.items import TerritoryKind

        register(TerritoryKind())
