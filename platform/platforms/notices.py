"""What people are told about platforms: asking to join, its decision, another role; and when a platform is readable."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.kinds import Kind
from core.notices import ByMail, Notice, Told, register_notices
from core.releases import Readable, ReleaseSource, register_releases
from core.states import State
from platforms.events import JoinRefused, JoinRequested, MemberJoined, PlatformChanged, PlatformCreated, RoleChanged
from platforms.models import Membership, MembershipState, Platform
from platforms.permissions import Permission, permission_rule


def _membership(pk: int, *, state: MembershipState) -> Membership | None:
    return Membership.objects.filter(pk=pk, state=state).first()


def _requested(event: JoinRequested) -> Told | None:
    row = _membership(event.membership_id, state=MembershipState.REQUESTED)
    if row is None:
        return None
    managers = permission_rule(row.platform_id, Permission.MANAGE)
    facts = {"message": row.message} if row.message else {}
    return Told(item=("platform", row.platform_id), actor_id=row.person_id, rules=(managers,), facts=facts)


def _accepted(event: MemberJoined) -> Told | None:
    row = _membership(event.membership_id, state=MembershipState.ACTIVE)
    return None if row is None or event.by_id is None else _to_person(row, by_id=event.by_id)


def _refused(event: JoinRefused) -> Told | None:
    row = _membership(event.membership_id, state=MembershipState.REFUSED)
    return None if row is None else _to_person(row, by_id=event.by_id)


def _role(event: RoleChanged) -> Told | None:
    row = _membership(event.membership_id, state=MembershipState.ACTIVE)
    return None if row is None else _to_person(row, by_id=event.by_id)


def _to_person(row: Membership, *, by_id: int) -> Told:
    facts = {"reason": row.reason} if row.reason else {}
    return Told(item=("platform", row.platform_id), actor_id=by_id, people=(row.person_id,), facts=facts)


def _people_page(_kind: Kind, platform: Any) -> str:
    return reverse("platforms:people", args=[platform.slug])


register_notices(
    (
        Notice(
            code="platforms.join_requested",
            events=(JoinRequested,),
            tell=_requested,
            name=_("Somebody asks to join my platform"),
            text=_("%(actor)s asks to join the platform “%(title)s”"),
            many=ngettext_lazy(
                "%(count)d request to join the platform “%(title)s”",
                "%(count)d requests to join the platform “%(title)s”",
                "count",
            ),
            by_mail=ByMail.SERVICE,
            order=60,
            address=_people_page,
        ),
        Notice(
            code="platforms.accepted",
            events=(MemberJoined,),
            tell=_accepted,
            name=_("My request to join is accepted"),
            text=_("You are a member of the platform “%(title)s” now"),
            by_mail=ByMail.SERVICE,
            order=61,
        ),
        Notice(
            code="platforms.refused",
            events=(JoinRefused,),
            tell=_refused,
            name=_("My request to join is refused"),
            text=_("Your request to join the platform “%(title)s” was refused"),
            by_mail=ByMail.SERVICE,
            order=62,
        ),
        Notice(
            code="platforms.role_changed",
            events=(RoleChanged,),
            tell=_role,
            name=_("My role on a platform changes"),
            text=_("You have another role on the platform “%(title)s”"),
            by_mail=ByMail.NEWS,
            order=63,
            address=_people_page,
        ),
    )
)


def _readable(event: Any) -> Iterable[Readable]:
    if Platform.objects.filter(pk=event.platform_id, state=State.PUBLISHED).exists():
        yield Readable(item=("platform", event.platform_id), places=(("platform", event.platform_id),))


register_releases(
    (
        ReleaseSource(event=PlatformCreated, items=_readable),
        ReleaseSource(event=PlatformChanged, items=_readable),
    ),
    lists={"platform": "platforms:list"},
)
