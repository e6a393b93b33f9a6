"""The kind `platform`."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.changes import changes_item
from core.items import may_view
from core.kinds import Kind, Wording, wordings_of
from core.states import State
from core.viewer import Viewer
from platforms.events import PlatformChanged, PlatformCreated
from platforms.models import Platform
from platforms.services import set_platform_state


class PlatformKind(Kind):
    """Platforms are found, followed, linked and reported like any item."""

    code = "platform"
    model_label = "platforms.Platform"
    name = _("platform")
    name_plural = _("platforms")
    icon = "user-group"
    followable = True
    routes = ("platforms:platform", "platforms:people")

    def pk_at(self, **arguments: Any) -> int | None:
        """Return the platform whose address this is."""
        return Platform.objects.filter(slug=arguments.get("slug", "")).values_list("pk", flat=True).first()

    def queryset(self) -> QuerySet[Platform]:
        """Return platforms with areas and territories."""
        return Platform.objects.prefetch_related("areas", "territories")

    def visible_to(self, viewer: Viewer) -> QuerySet[Platform]:
        """Return the platforms that are there for the viewer."""
        return Platform.objects.visible_to(viewer).prefetch_related("areas", "territories")

    def can_view(self, viewer: Viewer, item: Any) -> bool:
        """Return whether one platform is there for the viewer; it moderates itself."""
        if viewer.may("moderate", platform_id=item.pk) and viewer.satisfies(item.audience_id):
            return True
        return may_view(viewer, item)

    def text(self, item: Any) -> str:
        """Return names and texts in every language."""
        return "\n".join([*item.names.values(), *item.about.values()])

    def wordings(self, item: Any) -> list[Wording]:
        """Return name and text in every language."""
        return wordings_of(item.names, item.about)

    def platform_id(self, item: Any) -> int | None:
        """A platform belongs to itself."""
        pk: int = item.pk
        return pk

    def area_codes(self, item: Any) -> list[str]:
        """Return the codes of its areas."""
        return [area.code for area in item.areas.all()]

    def territory_codes(self, item: Any) -> list[str]:
        """Return the codes of its territories."""
        return [territory.code for territory in item.territories.all() if territory.code]

    def hide(self, item: Any, *, by: Any, reason: str) -> bool:
        """Hide it."""
        return set_platform_state(item, by=by, state=State.HIDDEN)

    def restore(self, item: Any, *, by: Any, reason: str) -> bool:
        """Show it again."""
        return set_platform_state(item, by=by, state=State.PUBLISHED)

    def personal_data(self) -> str:
        """Say what is personal in it."""
        return "memberships: who belonged, in which role, from when to when"


changes_item(PlatformCreated, PlatformChanged, kind=PlatformKind.code, field="platform_id")
