"""Which releases belong into one digest. Pure but for the loaded items: the same answer whenever it is asked."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.notices import Reference
from following.models import FollowLevel
from notifications.digests.recipients import Recipient
from notifications.models import Release, What
from notifications.stock import Stock

LOOK_BACK = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Window:
    """(last stored cut-off, this cut-off]; the search looks back one day more for what came late."""

    since: datetime
    cutoff: datetime

    def holds(self, release: Release) -> bool:
        """Return whether the release is looked at."""
        return self.since - LOOK_BACK < release.released_at <= self.cutoff


def reference(release: Release) -> Reference:
    """Return the item of a release."""
    return release.item_kind, release.item_id


def group(release: Release) -> Reference:
    """Return what a digest shows it under."""
    return release.group_kind, release.group_id


def wanted(release: Release, recipient: Recipient) -> bool:
    """Return whether the release is what the subscription is about, somebody else's, and for its reader's eyes."""
    if not recipient.viewer.satisfies(release.audience_id):
        return False
    if release.author_id is not None and release.author_id == recipient.viewer.person_id:
        return False
    if recipient.subscription.leave_out_other_languages and not recipient.reads(release.language):
        return False
    return _about(release, recipient)


def _about(release: Release, recipient: Recipient) -> bool:
    subscription = recipient.subscription
    if subscription.what == What.SITE:
        return True
    if subscription.what == What.PLATFORM:
        return release.platform_id == subscription.platform_id
    return level_through(release, recipient) == FollowLevel.OVERVIEW


def level_through(release: Release, recipient: Recipient) -> str:
    """Return the level of the nearest place she chose one for; what comes at once does not come again."""
    places = ((str(kind), int(pk)) for kind, pk in release.places)
    return next((recipient.follows[place] for place in places if place in recipient.follows), FollowLevel.NONE)


def select(
    releases: Iterable[Release], recipient: Recipient, *, window: Window, had: Container[Reference], stock: Stock
) -> list[Release]:
    """Return the releases of a window that this recipient wants, may see and has not had, each item once."""
    chosen: dict[Reference, Release] = {}
    for release in releases:
        item = reference(release)
        if item in chosen or item in had or not window.holds(release) or not wanted(release, recipient):
            continue
        if is_shown(release, recipient, stock):
            chosen[item] = release
    return list(chosen.values())


def is_shown(release: Release, recipient: Recipient, stock: Stock) -> bool:
    """Return whether the item and what it stands under are published and there for the recipient now."""
    seen = stock.shown(reference(release), recipient.viewer) is not None
    return seen and stock.shown(group(release), recipient.viewer) is not None
