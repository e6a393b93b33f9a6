"""What can be done with links. Whoever calls has checked that both ends are visible to `by`, and what she decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from core.links.events import LinkConfirmed, LinkProposed, LinkRemoved
from core.models import ItemLink
from core.models.link import LinkState, Relation
from core.outbox import publish
from core.richtext.config import PERSON

Reference = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Note:
    """A sentence about why two items belong together, and its language."""

    text: str = ""
    language: str = ""


@transaction.atomic
def propose_link(
    source: Reference, *, target: Reference, relation: str, by: Any, note: Note | None = None, decides: bool = False
) -> ItemLink | None:
    """Store a link; it is confirmed at once when `by` decides about one of its ends.

    Returns None when the two are already linked so, or were and it was removed by somebody who decides.
    """
    note = note or Note()
    if source == target:
        return None
    link, created = ItemLink.objects.select_for_update().get_or_create(
        **_ends(source, target), relation=relation, defaults={"added_by": by}
    )
    if not created and not (decides and link.state != LinkState.CONFIRMED):
        return None
    link.added_by, link.decided_by = by, by if decides else None
    link.note, link.note_language = note.text[:500], note.language[:35]
    link.state = LinkState.CONFIRMED if decides else LinkState.PROPOSED
    link.save()
    publish(LinkConfirmed(link_id=link.pk) if decides else LinkProposed(link_id=link.pk))
    return link


@transaction.atomic
def confirm_link(link: ItemLink, *, by: Any) -> bool:
    """Show a proposed link to everybody who sees both ends; return whether that changed anything."""
    changed = ItemLink.objects.filter(pk=link.pk, state=LinkState.PROPOSED).update(
        state=LinkState.CONFIRMED, decided_by=by
    )
    if changed:
        publish(LinkConfirmed(link_id=link.pk))
    return bool(changed)


@transaction.atomic
def remove_link(link: ItemLink, *, by: Any) -> bool:
    """Take a link off; return whether that changed anything.

    A proposal withdrawn by its proposer is forgotten. Anything else is remembered, so that it is not proposed again.
    """
    if link.state == LinkState.PROPOSED and link.added_by_id == by.pk:
        return bool(ItemLink.objects.filter(pk=link.pk, state=LinkState.PROPOSED).delete()[0])
    changed = (
        ItemLink.objects.filter(pk=link.pk)
        .exclude(state=LinkState.REMOVED)
        .update(state=LinkState.REMOVED, decided_by=by)
    )
    if changed:
        publish(LinkRemoved(link_id=link.pk))
    return bool(changed)


@transaction.atomic
def record_mentions(kind: str, pk: int, references: Iterable[Reference]) -> bool:
    """Make the `mentions` links of an item equal to what its text names; return whether anything changed.

    People are not linked: naming somebody is not a relation between items. What somebody removed stays removed.
    """
    wanted = {reference for reference in references if reference[0] != PERSON and reference != (kind, pk)}
    rows = ItemLink.objects.filter(source_kind=kind, source_id=pk, relation=Relation.MENTIONS, added_by=None)
    present = {(row.target_kind, row.target_id): row for row in rows}
    gone = [row.pk for target, row in present.items() if target not in wanted and row.state == LinkState.CONFIRMED]
    ItemLink.objects.filter(pk__in=gone).delete()
    new = [
        ItemLink(**_ends((kind, pk), target), relation=Relation.MENTIONS, state=LinkState.CONFIRMED)
        for target in sorted(wanted - present.keys())
    ]
    ItemLink.objects.bulk_create(new, ignore_conflicts=True)
    return bool(gone or new)


def _ends(source: Reference, target: Reference) -> dict[str, Any]:
    return {"source_kind": source[0], "source_id": source[1], "target_kind": target[0], "target_id": target[1]}
