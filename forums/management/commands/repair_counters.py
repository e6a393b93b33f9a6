"""`manage.py repair_counters`: counts topics and forums anew and says what was wrong. Safe to run at any time."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from forums.models import Forum, Topic
from forums.services.counters import recount_forum, recount_topic


class Command(BaseCommand):
    """Each topic and forum is counted in a transaction of its own, under the lock that writers take."""

    help = "Count the posts of every topic and forum anew and mend what is wrong."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through all topics and forums, a little at a time."""
        topics = [pk for pk in Topic.objects.order_by("pk").values_list("pk", flat=True).iterator() if _topic(pk)]
        forums = [pk for pk in Forum.objects.order_by("pk").values_list("pk", flat=True) if _forum(pk)]
        for name, mended in (("topic", topics), ("forum", forums)):
            for pk in mended:
                self.stdout.write(f"{name} {pk}: mended")
        self.stdout.write(f"{len(topics)} topics and {len(forums)} forums were wrong.")


@transaction.atomic
def _topic(pk: int) -> bool:
    Topic.objects.select_for_update().get(pk=pk)
    return recount_topic(pk, forum=False)


@transaction.atomic
def _forum(pk: int) -> bool:
    Forum.objects.select_for_update().get(pk=pk)
    return recount_forum(pk)
