"""A decision of a moderator changes the item it was about, whatever its kind."""

from core.changes import Reference, changes_items
from moderation.events import ItemModerated
from moderation.models import ModerationAct


def moderated_item(event: ItemModerated) -> list[Reference]:
    """Return the item of an act."""
    return list(ModerationAct.objects.filter(pk=event.act_id).values_list("kind", "object_id"))


changes_items(ItemModerated, moderated_item)
