"""The vocabulary in the administration: each list editable, each edit kept by the next load."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.outbox import publish
from vocabulary.events import TerritoryChanged
from vocabulary.models import Area, Call, Funder, Instrument, Programme, TargetGroup, Territory


class EntryViewSet(SnippetViewSet):
    """A list by order and code."""

    list_display = ["__str__", "code", "order"]
    ordering = ["order", "code"]
    copy_view_enabled = False
    extra_fields: tuple[str, ...] = ()

    @property
    def panels(self) -> list[Any]:
        """Return a panel for each field a person may change."""
        return [FieldPanel(name) for name in ("code", "names", *self.extra_fields, "order")]


class AreaViewSet(EntryViewSet):
    """Areas."""

    model = Area
    icon = "tag"


class TargetGroupViewSet(EntryViewSet):
    """Target groups."""

    model = TargetGroup
    icon = "group"
    extra_fields = ("vulnerable",)


class InstrumentViewSet(EntryViewSet):
    """Instruments."""

    model = Instrument
    icon = "cogs"


class FunderViewSet(EntryViewSet):
    """Funders."""

    model = Funder
    icon = "pick"


class ProgrammeViewSet(EntryViewSet):
    """Programmes."""

    model = Programme
    icon = "folder-open-inverse"
    extra_fields = ("funder", "period")


class CallViewSet(EntryViewSet):
    """Calls."""

    model = Call
    icon = "doc-full"
    extra_fields = ("programme", "number")


class TerritoryViewSet(SnippetViewSet):
    """Territories, found by any of their names."""

    model = Territory
    icon = "site"
    list_display = ["__str__", "code", "level"]
    list_filter = ["level", "scheme"]
    search_fields = ["search_names", "code"]
    search_backend_name = None
    copy_view_enabled = False
    panels = [
        FieldPanel("names"),
        FieldPanel("level"),
        FieldPanel("parent"),
        FieldPanel("official_code"),
        FieldPanel("population_band"),
        FieldPanel("offered"),
    ]


class VocabularyGroup(SnippetViewSetGroup):
    """One entry of the menu for all lists."""

    items = (
        AreaViewSet,
        TargetGroupViewSet,
        InstrumentViewSet,
        FunderViewSet,
        ProgrammeViewSet,
        CallViewSet,
        TerritoryViewSet,
    )
    menu_label = _("Vocabulary")
    menu_icon = "list-ul"
    menu_order = 800


register_snippet(VocabularyGroup)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def announce_place(_request: Any, instance: Any) -> None:
    """Tell search that a place has other names."""
    if isinstance(instance, Territory):
        with transaction.atomic():
            publish(TerritoryChanged(territory_id=instance.pk))
