"""What organisations show on other pages: who is based in a territory, who works in an area, where a person works."""

from typing import Any

from core.panels import Panel, register_panel
from core.viewer import Viewer
from organisations.querysets import present_affiliations, visible_organisations
from vocabulary.models import Territory

SHOWN = 12


def _in_territory(territory: Any, viewer: Viewer) -> dict[str, Any] | None:
    rows = visible_organisations(viewer).filter(territory__in=Territory.objects.within([territory]))
    organisations = list(rows.select_related("territory")[:SHOWN])
    return {"organisations": organisations} if organisations else None


def _in_area(area: Any, viewer: Viewer) -> dict[str, Any] | None:
    organisations = list(visible_organisations(viewer).filter(areas=area).select_related("territory")[:SHOWN])
    return {"organisations": organisations} if organisations else None


def _of_person(person: Any, viewer: Viewer) -> dict[str, Any] | None:
    affiliation = present_affiliations([person.pk]).get(person.pk)
    if affiliation is None or not viewer.satisfies(affiliation.organisation.audience_id):
        return None
    return {"affiliation": affiliation}


def register_panels() -> None:
    """Register the three panels."""
    template = "organisations/panels/_organisations.html"
    register_panel(Panel(place="territory", name="organisations", template=template, provide=_in_territory))
    register_panel(Panel(place="area", name="organisations", template=template, provide=_in_area))
    register_panel(
        Panel(
            place="person.head",
            name="affiliation",
            template="organisations/panels/_affiliation.html",
            provide=_of_person,
            order=10,
        )
    )
