"""Renders stored texts again after the rules of texts have changed; only those of an older renderer unless `--all`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from core.richtext.model import RichTextMixin, text_models
from core.richtext.render import VERSION

BATCH = 200


class Command(BaseCommand):
    """`manage.py render_texts [--all]`"""

    help = "Renders stored texts again with today's rules, in batches; can be stopped and started again."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare `--all`."""
        parser.add_argument("--all", action="store_true", help="also those of today's renderer")

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through every model that stores texts."""
        for model in text_models():
            seen, changed = self._render(model, everything=options["all"])
            self.stdout.write(f"{model._meta.label}: {seen} rendered, {changed} changed.")

    def _render(self, model: type[Any], *, everything: bool) -> tuple[int, int]:
        rows = model._default_manager.order_by("pk")
        rows = rows if everything else rows.exclude(body_renderer=VERSION)
        last = seen = changed = 0
        while batch := list(rows.filter(pk__gt=last)[:BATCH]):
            last = batch[-1].pk
            with transaction.atomic():
                changed += sum(item.render_again() for item in batch)
                model._default_manager.bulk_update(batch, RichTextMixin.BODY_FIELDS)
            seen += len(batch)
        return seen, changed
