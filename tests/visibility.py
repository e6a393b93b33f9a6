"""Proves for a kind that its rule in SQL and its rule for one row agree: viewers × states × audiences."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from accounts.models import AccountState, User
from core.audiences import PUBLIC, SITE
from core.kinds import Kind, get_kind
from core.states import State
from core.viewer import VISITOR, Viewer, viewer_for
from platforms.models import Platform
from platforms.permissions import Permission, members_rule, permission_rule
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.cms import chapter, news, plain, project
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory, member_of
from tests.factories.vocabulary import TerritoryFactory


@dataclass
class Stage:
    """A platform, the author of what stands there, and everybody who may look."""

    platform: Platform
    author: User
    cast: dict[str, Viewer]


def stage() -> Stage:
    """Return a platform with its people, and people who have nothing to do with it."""
    platform = PlatformFactory()
    author = member_of(platform)
    people = {
        "outsider": UserFactory(),
        "member": member_of(platform),
        "author": author,
        "observer": member_of(platform, role="observer"),
        "moderator": member_of(platform, role="moderator"),
        "moderator elsewhere": member_of(PlatformFactory(), role="moderator"),
        "administrator": AdminFactory(),
        "suspended": UserFactory(state="suspended"),
    }
    return Stage(platform, author, {"visitor": VISITOR, **{name: viewer_for(p) for name, p in people.items()}})


MAKERS: dict[str, Callable[[Stage], Any]] = {
    "platform": lambda s: s.platform,
    "organisation": lambda s: OrganisationFactory(by=s.author),
    "person": lambda s: s.author,
    "territory": lambda _s: TerritoryFactory(),
    "forum": lambda s: forum_of(s.platform),
    "topic": lambda s: topic_in(forum_of(s.platform), by=s.author),
    "post": lambda s: reply_to(topic_in(forum_of(s.platform), by=s.author), by=s.author),
    "page": lambda _s: plain(),
    "news": lambda _s: news(),
    "handbook": lambda _s: chapter(),
    "project_page": lambda _s: project(),
}


def audiences(platform: Platform) -> list[str]:
    """Return every audience an item of the platform may have."""
    rules = [permission_rule(platform.pk, permission) for permission in Permission]
    return [PUBLIC, SITE, members_rule(platform.pk), *rules]


def _columns(item: Any, s: Stage) -> Iterator[dict[str, Any]]:
    """Yield every combination of the columns on which reading depends, straight into the row."""
    names = {field.name for field in item._meta.get_fields()}
    if isinstance(item, User):
        yield from ({"state": state} for state in AccountState.values)
    elif "state" in names:
        yield from ({"state": state, "audience_id": rule} for state in State.values for rule in audiences(s.platform))
    elif "live" in names:
        yield from ({"live": live, "audience_id": rule} for live in (True, False) for rule in audiences(s.platform))
    else:
        yield {}


def disagreements(code: str) -> list[str]:
    """Return a line for every viewer and combination about which the two rules differ."""
    s = stage()
    kind, item = get_kind(code), MAKERS[code](s)
    differing = []
    for columns in _columns(item, s):
        if columns:
            kind.model._base_manager.filter(pk=item.pk).update(**columns)
        differing += [f"{columns} {who}: {words}" for who, words in _compare(kind, item.pk, s.cast)]
    return differing


def _compare(kind: Kind, pk: int, cast: dict[str, Viewer]) -> Iterator[tuple[str, str]]:
    row = kind.queryset().get(pk=pk)
    for who, viewer in cast.items():
        listed, seen = kind.visible_to(viewer).filter(pk=pk).exists(), kind.can_view(viewer, row)
        if listed != seen:
            yield who, f"visible_to says {listed}, can_view says {seen}"
