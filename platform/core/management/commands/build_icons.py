"""Draw the sprite of icons again, after a template has named a new one."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from core.icons import SPRITE, named_icons, sprite


class Command(BaseCommand):
    """Write static/img/icons.svg from what the templates name."""

    requires_system_checks: list[str] = []  # it reads templates only
    help = "Draw static/img/icons.svg from the icons that templates and kinds name."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file and say how many icons it holds."""
        names = named_icons()
        path = Path(settings.STATICFILES_DIRS[0]) / SPRITE
        path.write_text(sprite(names), encoding="utf-8")
        self.stdout.write(f"{len(names)} icons in {path}")
