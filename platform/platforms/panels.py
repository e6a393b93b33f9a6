"""What platforms show on other pages: the home page, a territory, an area, a person."""

from typing import Any

from core.panels import Panel, register_panel
from core.viewer import Viewer
from platforms.models import Membership, MembershipState, Platform
from vocabulary.models import Territory

SHOWN = 9


def _listed(rows: Any) -> dict[str, Any] | None:
    platforms = list(rows[:SHOWN])
    return {"platforms": platforms} if platforms else None


def _on_home(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    return _listed(Platform.objects.visible_to(viewer).published().order_by("-member_count", "pk"))


def _who_is_here(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    return None if viewer.is_member else {}


def _in_territory(territory: Any, viewer: Viewer) -> dict[str, Any] | None:
    near = Territory.objects.within([territory]) | Territory.objects.with_codes(territory.ancestor_codes)
    return _listed(Platform.objects.visible_to(viewer).published().filter(territories__in=near).distinct())


def _in_area(area: Any, viewer: Viewer) -> dict[str, Any] | None:
    return _listed(Platform.objects.visible_to(viewer).published().filter(areas=area))


def _of_person(person: Any, viewer: Viewer) -> dict[str, Any] | None:
    visible = Platform.objects.visible_to(viewer).published()
    rows = Membership.objects.filter(person=person, state=MembershipState.ACTIVE, platform__in=visible)
    if not viewer.is_member:
        return None
    memberships = list(rows.select_related("platform", "role")[:SHOWN])
    return {"memberships": memberships} if memberships else None


def register_panels() -> None:
    """Register the panels."""
    here = "platforms/panels/_who_is_here.html"
    register_panel(Panel(place="home.platforms", name="people", template=here, provide=_who_is_here, order=10))
    template = "platforms/panels/_platforms.html"
    for place, provide in (("home.platforms", _on_home), ("territory", _in_territory), ("area", _in_area)):
        register_panel(Panel(place=place, name="platforms", template=template, provide=provide, order=20))
    register_panel(
        Panel(
            place="person.rail",
            name="memberships",
            template="platforms/panels/_memberships.html",
            provide=_of_person,
            order=20,
        )
    )
