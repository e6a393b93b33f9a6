"""The kind `organisation`."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.changes import changes_item
from core.kinds import Kind, Wording, wordings_of
from core.states import State
from core.viewer import Viewer
from organisations.events import OrganisationHidden, OrganisationSaved
from organisations.models import Organisation
from organisations.querysets import visible_organisations
from organisations.services import set_organisation_state


class OrganisationKindOfItem(Kind):
    """Organisations are found, linked, followed and reported like any item."""

    code = "organisation"
    model_label = "organisations.Organisation"
    name = _("organisation")
    name_plural = _("organisations")
    icon = "building-office-2"
    routes = ("organisations:organisation",)

    def queryset(self) -> QuerySet[Organisation]:
        """Return organisations with place and areas."""
        return Organisation.objects.select_related("territory").prefetch_related("areas")

    def visible_to(self, viewer: Viewer) -> QuerySet[Organisation]:
        """Return the organisations that are there for the viewer."""
        return visible_organisations(viewer).select_related("territory").prefetch_related("areas")

    def text(self, item: Any) -> str:
        """Return what it says about itself, in every language."""
        return "\n".join(value for value in item.about.values() if value)

    def wordings(self, item: Any) -> list[Wording]:
        """Return its name and, per language, what it says about itself."""
        return [Wording(language="", title=item.name), *wordings_of({}, item.about)]

    def area_codes(self, item: Any) -> list[str]:
        """Return the codes of its areas."""
        return [area.code for area in item.areas.all()]

    def territory_codes(self, item: Any) -> list[str]:
        """Return the code of its place."""
        return [item.territory.code] if item.territory_id and item.territory.code else []

    def hide(self, item: Any, *, by: Any, reason: str) -> bool:
        """Hide it."""
        return set_organisation_state(item, by=by, state=State.HIDDEN)

    def restore(self, item: Any, *, by: Any, reason: str) -> bool:
        """Show it again."""
        return set_organisation_state(item, by=by, state=State.PUBLISHED)

    def personal_data(self) -> str:
        """Say what is personal in it."""
        return "affiliations: who worked here; the author who added the organisation"


changes_item(OrganisationSaved, OrganisationHidden, kind=OrganisationKindOfItem.code, field="organisation_id")
