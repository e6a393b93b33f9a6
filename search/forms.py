"""The search form: words and what narrows them. A senseless filter is an error on its field, never a crash."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.kinds import all_kinds
from core.text_fields import language_name
from core.viewer import Viewer
from platforms.models import Platform
from search.analysis import LANGUAGES
from search.engines.base import Filters
from vocabulary.fields import TerritoryField
from vocabulary.models import Area

MORE_LANGUAGES = ("vi", "mn", "ru", "ar", "el")
FIRST_YEAR = 2005
LONGEST = 400


def language_choices() -> list[tuple[str, str]]:
    """Return the languages texts are written in."""
    return [("", str(_("any language"))), *((code, language_name(code)) for code in (*LANGUAGES, *MORE_LANGUAGES))]


def year_choices() -> list[tuple[str, str]]:
    """Return the years, the newest first."""
    years = range(timezone.localdate().year, FIRST_YEAR - 1, -1)
    return [("", str(_("any year"))), *((str(year), str(year)) for year in years)]


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds a result may be of."""
    return [
        ("", str(_("everything"))),
        *((kind.code, str(kind.name_plural)) for kind in all_kinds() if kind.searchable),
    ]


class SearchForm(forms.Form):
    """Words and a place are typed; the other filters are chosen by links, which say how much each would leave."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(required=False, choices=kind_choices, widget=forms.HiddenInput)
    platform = forms.ChoiceField(label=_("Platform"), required=False, widget=forms.HiddenInput)
    area = forms.ChoiceField(label=_("Area"), required=False, widget=forms.HiddenInput)
    territory = TerritoryField(label=_("Place or region"), required=False)
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=language_choices, widget=forms.HiddenInput
    )
    year = forms.TypedChoiceField(
        label=_("Year"),
        required=False,
        choices=year_choices,
        coerce=int,
        empty_value=None,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.platforms = {row.pk: row for row in Platform.objects.visible_to(viewer).published().defer("about")}
        self.choose("platform", [("", _("any platform")), *((str(pk), str(row)) for pk, row in self.platforms.items())])
        self.choose("area", [("", _("any area")), *((area.code, str(area)) for area in Area.objects.all())])

    def choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        """Set the choices of a field, loaded once."""
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # both are choice fields

    def filters(self) -> Filters:
        """Return what the valid fields narrow to."""
        given = getattr(self, "cleaned_data", {})
        place = given.get("territory")
        return Filters(
            kind=given.get("kind") or "",
            platform_id=int(given["platform"]) if given.get("platform") else None,
            area=given.get("area") or "",
            territory=place.code if place else "",
            language=given.get("language") or "",
            year=given.get("year"),
        )
