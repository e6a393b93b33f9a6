"""The form field of a text in several languages: one line per language, stored as one JSON object."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info

LANGUAGES = ("cs", "en", "sk", "de", "uk", "nl", "fr")
# Where Django gives the English name for the language's own.
OWN_NAMES = {"mn": "Монгол"}


def language_name(code: str) -> str:
    """Return what a language calls itself, or its code when Django does not know it."""
    try:
        return OWN_NAMES.get(code) or str(get_language_info(code)["name_local"])
    except KeyError:
        return code


class TextsWidget(forms.Widget):
    """One labelled line (or box) per language; `name-cs`, `name-en`, … in the sent form."""

    template_name = "components/texts_widget.html"

    def __init__(self, *, languages: tuple[str, ...] = LANGUAGES, rows: int = 1, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.languages, self.rows = languages, rows

    def id_for_label(self, id_: str) -> str:
        """Lead the label to the line that stands first."""
        return f"{id_}-{self._first()}" if id_ else id_

    def _first(self) -> str:
        reads = (get_language() or "").split("-", maxsplit=1)[0]
        return reads if reads in self.languages else self.languages[0]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """Collect the filled lines; languages not offered here stay in a hidden line of their own."""
        keys = {key[len(name) + 1 :]: key for key in data if key.startswith(f"{name}-")}
        return {code: text for code, key in keys.items() if (text := str(data[key]).strip())}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Return whether the form was sent without this field."""
        return not any(key.startswith(f"{name}-") for key in data)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Draw the lines with the site's templates: the reader's language, then what is filled, then the others."""
        texts = value if isinstance(value, dict) else {}
        filled = [code for code in [*self.languages, *texts] if texts.get(code)]
        codes = list(dict.fromkeys([self._first(), *filled, *self.languages]))
        lines = [{"code": code, "language": language_name(code), "text": texts.get(code, "")} for code in codes]
        context = {
            "name": name,
            "lines": lines,
            "shown": len({self._first(), *filled}),
            "rows": self.rows,
            "id": (attrs or {}).get("id", f"id_{name}"),
        }
        return SafeString(render_to_string(self.template_name, context))


class TextsFormField(forms.Field):
    """Cleans to a dict of language code to text; required means at least one language."""

    widget = TextsWidget

    def __init__(self, *, max_length: int = 400, **kwargs: Any) -> None:
        for foreign in ("encoder", "decoder"):
            kwargs.pop(foreign, None)
        super().__init__(**kwargs)
        self.max_length = max_length

    def clean(self, value: Any) -> dict[str, str]:
        """Return the texts; too long a text or none at all is an error."""
        texts: dict[str, str] = super().clean(value or {})
        within = MaxLengthValidator(self.max_length)
        for text in texts.values():
            within(text)
        return texts

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether any language differs."""
        return (initial or {}) != (data or {})
