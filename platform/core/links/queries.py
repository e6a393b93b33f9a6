"""The links of an item as its page shows them: both directions, only to ends the viewer may see.

One statement for the links and one per kind of item at their other ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.kinds import get_kind, load_visible
from core.links.permissions import answers_for, can_decide_link, can_withdraw_link
from core.models import ItemLink
from core.models.link import LinkState, Relation
from core.viewer import Viewer

Reference = tuple[str, int]
MAX_SHOWN = 200

FORWARD: dict[str, str | Promise] = {
    Relation.DISCUSSES: _("Discusses"),
    Relation.EVIDENCE_FOR: _("Is evidence for"),
    Relation.CONTRADICTS: _("Contradicts"),
    Relation.REPLICATES: _("Follows the example of"),
    Relation.PRODUCED: _("Produced"),
    Relation.CITES: _("Cites"),
    Relation.IMPLEMENTS: _("Puts into practice"),
    Relation.MENTIONS: _("Mentions"),
}
BACKWARD: dict[str, str | Promise] = {
    Relation.DISCUSSES: _("Discussed in"),
    Relation.EVIDENCE_FOR: _("Evidence"),
    Relation.CONTRADICTS: _("Contradicted by"),
    Relation.REPLICATES: _("Served as an example for"),
    Relation.PRODUCED: _("Produced by"),
    Relation.CITES: _("Cited in"),
    Relation.IMPLEMENTS: _("Put into practice by"),
    Relation.MENTIONS: _("Mentioned in"),
}


@dataclass(frozen=True, kw_only=True)
class ShownLink:
    """One link, seen from one of its ends."""

    pk: int
    kind: str
    kind_name: str
    title: str
    href: str
    language: str
    note: str
    note_language: str
    proposed: bool
    may_decide: bool
    may_withdraw: bool


@dataclass(frozen=True, kw_only=True)
class LinkGroup:
    """Links with one relation in one direction, under the words that say it."""

    words: str | Promise
    links: list[ShownLink]


def links_of(kind: str, pk: int, viewer: Viewer) -> list[LinkGroup]:
    """Return the links of an item that are there for the viewer, in groups; the item itself is visible to her."""
    here = (kind, pk)
    links = list(_rows(kind, pk, viewer)[:MAX_SHOWN])
    others = {_other(link, here) for link in links}
    items = load_visible({*others, here} if links and viewer.is_member else others, viewer)
    owned = here in items and answers_for(viewer, kind, items[here])
    groups: dict[tuple[str, bool], list[ShownLink]] = {}
    for link in links:
        other = _other(link, here)
        decides = owned or (other in items and answers_for(viewer, other[0], items[other]))
        if other in items and _is_there(link, viewer, decides=decides):
            direction = (link.relation, (link.source_kind, link.source_id) == here)
            groups.setdefault(direction, []).append(_shown(link, other, items[other], viewer=viewer, decides=decides))
    return _in_order(groups)


def _rows(kind: str, pk: int, viewer: Viewer) -> Any:
    states = Q(state=LinkState.CONFIRMED)
    if viewer.is_member:
        states |= Q(state=LinkState.PROPOSED)
    ends = Q(source_kind=kind, source_id=pk) | Q(target_kind=kind, target_id=pk)
    return ItemLink.objects.filter(states, ends).order_by("-pk")


def _other(link: ItemLink, here: Reference) -> Reference:
    source = (link.source_kind, link.source_id)
    return (link.target_kind, link.target_id) if source == here else source


def _is_there(link: ItemLink, viewer: Viewer, *, decides: bool) -> bool:
    return link.state == LinkState.CONFIRMED or decides or can_withdraw_link(viewer, link)


def _shown(link: ItemLink, other: Reference, item: Any, *, viewer: Viewer, decides: bool) -> ShownLink:
    kind = get_kind(other[0])
    return ShownLink(
        pk=link.pk,
        kind=kind.code,
        kind_name=str(kind.name),
        title=kind.title(item),
        href=kind.address(item),
        language=kind.language(item),
        note=link.note,
        note_language=link.note_language,
        proposed=link.state == LinkState.PROPOSED,
        may_decide=decides,
        may_withdraw=can_withdraw_link(viewer, link),
    )


def _in_order(groups: dict[tuple[str, bool], list[ShownLink]]) -> list[LinkGroup]:
    found: Iterable[tuple[str | Promise, list[ShownLink] | None]] = (
        (words[relation], groups.get((relation, words is FORWARD)))
        for relation in Relation.values
        for words in (FORWARD, BACKWARD)
    )
    return [LinkGroup(words=words, links=links) for words, links in found if links]


def visible_link(pk: int, viewer: Viewer) -> tuple[ItemLink, dict[Reference, Any]] | None:
    """Return a link with its two loaded ends if both, and the link itself, are there for the viewer; else None."""
    link = ItemLink.objects.filter(pk=pk).exclude(state=LinkState.REMOVED).first()
    if link is None:
        return None
    ends = {(link.source_kind, link.source_id), (link.target_kind, link.target_id)}
    items = load_visible(ends, viewer)
    if ends - items.keys() or not _is_there(link, viewer, decides=can_decide_link(viewer, items)):
        return None
    return link, items
