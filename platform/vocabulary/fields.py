"""Form fields for choosing places without a script: a line of text that takes a name, a label or a code."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from vocabulary.models import Territory
from vocabulary.services.lookup import resolve_territory, widely_known

LONGEST = 200
MOST = 30


class TerritoryWidget(forms.TextInput):
    """A line of text with suggestions; `rows` lines when several places may be given."""

    template_name = "vocabulary/widgets/territory.html"
    several = False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the first suggestions and one line for each value."""
        context = super().get_context(name, value, attrs)
        lines = [str(line) for line in value] if isinstance(value, list | tuple) else [value or ""]
        blank = ["", ""] if self.several else []
        return {**context, "lines": [*filter(None, lines), *blank] or [""], "suggestions": widely_known()}

    def format_value(self, value: Any) -> Any:
        """Leave it as it is; lines are made in the context."""
        return value

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Draw it with the site's templates."""
        return SafeString(render_to_string(self.template_name, self.get_context(name, value, attrs)))


class TerritoriesWidget(TerritoryWidget):
    """One line per chosen place and two empty ones."""

    several = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return the filled lines."""
        lines = data.getlist(name) if isinstance(data, MultiValueDict) else data.get(name) or []
        return [line for line in lines if str(line).strip()]


def _resolved(text: str) -> Territory:
    """Return the place that is meant; a ValidationError names what it might be."""
    if len(text) > LONGEST:
        raise forms.ValidationError(_("A name of a place is not that long."), code="long")
    found = resolve_territory(text)
    if found.territory is not None:
        return found.territory
    names = ", ".join(place.label() for place in found.suggestions)
    if names:
        raise forms.ValidationError(
            _("“%(text)s” is not certain. Write one of these: %(names)s."),
            code="ambiguous",
            params={"text": text[:80], "names": names},
        )
    raise forms.ValidationError(
        _("No place called “%(text)s” is known here."), code="unknown", params={"text": text[:80]}
    )


class TerritoryField(forms.Field):
    """One place. Cleans to a Territory or None."""

    widget = TerritoryWidget

    def prepare_value(self, value: Any) -> Any:
        """Show the label of a stored place, and what was typed as it was typed."""
        return _shown(value)

    def to_python(self, value: Any) -> Territory | None:
        """Return the place that is meant."""
        if isinstance(value, Territory):
            return value
        text = str(value or "").strip()
        return _resolved(text) if text else None


class TerritoriesField(forms.Field):
    """Several places. Cleans to a list of Territory without doubles."""

    widget = TerritoriesWidget

    def prepare_value(self, value: Any) -> Any:
        """Show the labels of stored places, and what was typed as it was typed."""
        return [_shown(line) for line in _lines(value)]

    def to_python(self, value: Any) -> list[Territory]:
        """Return the places that are meant; every doubtful line adds its own error."""
        lines = _lines(value)
        if len(lines) > MOST:
            raise forms.ValidationError(_("Give at most %(most)d places."), code="many", params={"most": MOST})
        places: dict[int, Territory] = {}
        errors: list[forms.ValidationError] = []
        for line in lines:
            try:
                place = line if isinstance(line, Territory) else _resolved(str(line).strip())
                places[place.pk] = place
            except forms.ValidationError as error:
                errors.append(error)
        if errors:
            raise forms.ValidationError(errors)
        return list(places.values())

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether the labels differ."""
        return [_shown(line) for line in _lines(initial)] != [_shown(line) for line in _lines(data)]


def _lines(value: Any) -> list[Any]:
    if value in (None, ""):
        return []
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]


def _shown(value: Any) -> Any:
    """Return the label of a place, also when only its key is at hand."""
    if isinstance(value, Territory):
        return value.label()
    if isinstance(value, int):
        place = Territory.objects.filter(pk=value).first()
        return place.label() if place else ""
    return value or ""
