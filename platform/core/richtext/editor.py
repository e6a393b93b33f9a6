"""The editor's form field and widget: a plain textarea that becomes an editor where scripts run.

The field answers `Rendered`. The page needs nothing but the script in the widget's media; no inline script or style.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script, Textarea
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core.richtext.clean import clean_html
from core.richtext.config import button_groups, extensions
from core.richtext.expand import editable
from core.richtext.from_plain import from_plain
from core.richtext.model import RichTextMixin
from core.richtext.plain import to_plain
from core.richtext.render import Format, Rendered, render
from core.viewer import Viewer

MAX_LENGTH = 20_000
MAX_SOURCE = 10 * MAX_LENGTH  # markup is allowed to be longer than its text, within reason


@dataclass(frozen=True, kw_only=True)
class RichTextValue:
    """What a form holds before it is rendered: a source and its format."""

    source: str
    source_format: Format = "plain"

    @property
    def plain(self) -> str:
        """The form for the textarea."""
        if self.source_format == "plain":
            return self.source
        return to_plain(clean_html(self.source), markup=True)

    @property
    def html(self) -> str:
        """The form for the editor."""
        return clean_html(from_plain(self.source) if self.source_format == "plain" else self.source, named=True)


def initial_body(item: RichTextMixin, viewer: Viewer) -> RichTextValue:
    """Return the initial value for a form that edits the text of `item`."""
    if item.body_format == "plain":
        return RichTextValue(source=item.body_source)
    return RichTextValue(source=editable(item.body_html, viewer), source_format="html")


class RichTextWidget(Textarea):
    """A textarea with a toolbar that shows when the editor has started, and a mark that says which form came."""

    template_name = "core/richtext.html"

    class Media:
        js = (Script("js/editor.js", type="module"),)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give the template both forms of the value and what the editor is made of."""
        given = as_value(value)
        context: dict[str, Any] = super().get_context(name, given.plain, attrs)
        context["widget"]["attrs"].pop("required", None)  # the browser cannot point at a textarea it does not show
        context["widget"]["attrs"]["class"] = "textarea editor__source"
        context["groups"] = button_groups()
        context["html"] = given.html
        context["extensions"] = json.dumps(extensions())
        return context

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        """Draw with the site's templates: Django's own form renderer does not know them."""
        return render_to_string(template_name, context)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> RichTextValue | None:
        """Return what came, with its format; anything but "html" means that no editor was there."""
        source = data.get(name)
        if source is None:
            return None
        source_format: Format = "html" if data.get(f"{name}_format") == "html" else "plain"
        return RichTextValue(source=str(source), source_format=source_format)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Say whether the form had no such field."""
        return name not in data


def as_value(value: Any) -> RichTextValue:
    """Return any initial or typed value as RichTextValue; a plain string is plain text."""
    if isinstance(value, RichTextValue):
        return value
    if isinstance(value, Rendered):
        return RichTextValue(source=value.source, source_format=value.source_format)
    return RichTextValue(source=str(value or ""))


def joined(first: Any, second: Any) -> RichTextValue:
    """Return two initial values one after the other; plain when both are."""
    one, two = as_value(first), as_value(second)
    if one.source_format == two.source_format == "plain":
        return RichTextValue(source="\n\n".join(part.source.strip("\n") for part in (one, two)) + "\n\n")
    return RichTextValue(source=one.html + two.html, source_format="html")


class RichTextField(forms.Field):
    """Cleans to `Rendered`; an empty text that is not required is a falsy Rendered."""

    widget = RichTextWidget
    default_error_messages = {
        "required": _("Write something first."),
        "too_long": _("This text has %(length)s characters; at most %(limit)s fit."),
    }

    def __init__(self, *, max_length: int = MAX_LENGTH, rows: int = 8, **kwargs: Any) -> None:
        self.max_length = max_length
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("rows", rows)

    def to_python(self, value: Any) -> Rendered:
        """Render; what is far too long is refused before any work is done."""
        given = as_value(value)
        if len(given.source) > MAX_SOURCE:
            raise self._too_long(len(given.source))
        rendered = render(given.source, source_format=given.source_format)
        if len(rendered.text) > self.max_length:
            raise self._too_long(len(rendered.text))
        return rendered

    def validate(self, value: Any) -> None:
        """Refuse an empty text where one is required."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what is shown, not how it is written."""
        return as_value(initial).html != as_value(data).html

    def _too_long(self, length: int) -> ValidationError:
        numbers = {"length": length, "limit": self.max_length}
        return ValidationError(self.error_messages["too_long"], code="too_long", params=numbers)
