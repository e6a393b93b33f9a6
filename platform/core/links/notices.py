"""What people are told about links: the author of an end what was linked to it, the proposer what became of it.

The line is named after the reader's own item and leads there; the other end must be visible to her, and is not named.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.kinds import load_visible
from core.links.events import LinkConfirmed, LinkProposed, LinkRemoved
from core.links.permissions import authors_of
from core.models import ItemLink
from core.models.link import LinkState
from core.notices import ByMail, Notice, Told, register_notices
from core.viewer import viewers_for

Reference = tuple[str, int]


def _ends(link: ItemLink) -> tuple[Reference, Reference]:
    return (link.source_kind, link.source_id), (link.target_kind, link.target_id)


def _to_authors(link: ItemLink, *, actor_id: int | None) -> Iterator[Told]:
    """Yield one telling per end whose author is somebody else and sees both ends."""
    ends = _ends(link)
    authors = {end: pk for end, pk in authors_of(ends).items() if pk not in {None, actor_id}}
    viewers = viewers_for(set(authors.values()))
    for end, author in authors.items():
        if author in viewers and len(load_visible(ends, viewers[author], related=False)) == len(set(ends)):
            yield Told(item=end, actor_id=actor_id, people=(author,), facts={"note": link.note} if link.note else {})


def _to_proposer(link: ItemLink) -> Iterator[Told]:
    """Yield the telling to who added the link, when somebody else decided about it."""
    source, _target = _ends(link)
    if link.added_by_id and link.decided_by_id and link.added_by_id != link.decided_by_id:
        yield Told(item=source, actor_id=link.decided_by_id, people=(link.added_by_id,))


def _proposed(event: LinkProposed) -> list[Told]:
    link = ItemLink.objects.filter(pk=event.link_id, state=LinkState.PROPOSED).first()
    return list(_to_authors(link, actor_id=link.added_by_id)) if link else []


def _added(event: LinkConfirmed) -> list[Told]:
    """Tell of a link that nobody had to confirm: who added it decides about one end."""
    link = ItemLink.objects.filter(pk=event.link_id, state=LinkState.CONFIRMED).first()
    if link is None or link.added_by_id is None or link.added_by_id != link.decided_by_id:
        return []
    return list(_to_authors(link, actor_id=link.added_by_id))


def _confirmed(event: LinkConfirmed) -> list[Told]:
    link = ItemLink.objects.filter(pk=event.link_id, state=LinkState.CONFIRMED).first()
    return list(_to_proposer(link)) if link else []


def _removed(event: LinkRemoved) -> list[Told]:
    link = ItemLink.objects.filter(pk=event.link_id, state=LinkState.REMOVED).first()
    return list(_to_proposer(link)) if link else []


def _notice(code: str, event: Any, **parts: Any) -> Notice:
    return Notice(code=f"core.link_{code}", events=(event,), by_mail=ByMail.NEVER, **parts)


register_notices(
    (
        _notice(
            "proposed",
            LinkProposed,
            tell=_proposed,
            name=_("Somebody proposes a link to something of mine"),
            text=_("%(actor)s proposes to link something with “%(title)s”. You decide."),
            many=ngettext_lazy(
                "%(count)d proposed link with “%(title)s”. You decide.",
                "%(count)d proposed links with “%(title)s”. You decide.",
                "count",
            ),
            order=50,
        ),
        _notice(
            "added",
            LinkConfirmed,
            tell=_added,
            name=_("Somebody links something to something of mine"),
            text=_("%(actor)s linked something with “%(title)s”"),
            order=51,
        ),
        _notice(
            "confirmed",
            LinkConfirmed,
            tell=_confirmed,
            name=_("A link I proposed is confirmed"),
            text=_("The link you proposed at “%(title)s” is shown to everybody now"),
            order=52,
        ),
        _notice(
            "removed",
            LinkRemoved,
            tell=_removed,
            name=_("A link I added is taken off"),
            text=_("The link you added at “%(title)s” was taken off"),
            order=53,
        ),
    )
)
