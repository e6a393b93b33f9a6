"""Small words the templates speak: times, initials, hues, widgets, links. No query, nothing unescaped."""

from __future__ import annotations

import datetime as dt
import zlib
from typing import TYPE_CHECKING, Any, Final

from babel.numbers import format_decimal
from django import forms, template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.icons import KINDS, NEUTRAL, SPRITE
from core.times import NBSP, local, locale_of, spell

if TYPE_CHECKING:
    from django.forms import BoundField
    from django.template.context import Context

register = template.Library()

TONES: Final = 6

# Widgets that are not a line of text get a class of their own; subclasses follow their parent.
WIDGET_CLASSES: Final[tuple[tuple[type[forms.Widget], str], ...]] = (
    (forms.Textarea, "textarea"),
    (forms.RadioSelect, "choices"),
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "check__input"),
    (forms.FileInput, "file"),
)


@register.filter
def hue(kind: object) -> str:
    """Return the name of the hue of a kind's code ("topic" → "topic"); "neutral" for a kind unknown here."""
    return KINDS.get(str(kind), NEUTRAL)[0]


@register.simple_tag
def icon(name: str, *, size: int = 20, css: str = "") -> SafeString:
    """Return a decorative icon by its heroicons name, taken from the sprite; the word beside it carries the meaning."""
    return format_html(
        '<svg class="icon{}" width="{}" height="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" {css}" if css else "",
        size,
        size,
        static(SPRITE),
        name,
    )


@register.simple_tag
def kind_icon(kind: object, *, size: int = 20) -> SafeString:
    """Return the decorative icon of a kind's code."""
    return icon(KINDS.get(str(kind), NEUTRAL)[1], size=size)


@register.filter
def initials(name: object) -> str:
    """Return one or two capital letters for a person's or organisation's name; "?" when it has no letter."""
    words = [letters for word in str(name or "").split() if (letters := _letters(word))]
    if not words:
        return "?"
    picked = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in picked).upper()


def _letters(word: str) -> str:
    return "".join(character for character in word if character.isalnum())


@register.filter
def tone(name: object) -> int:
    """Return a number 1 to 6 that is always the same for the same name: the colour of an avatar."""
    return zlib.crc32(str(name or "").encode("utf-8", "replace")) % TONES + 1


@register.simple_tag
def moment(value: dt.date | dt.datetime | None, *, style: str = "short") -> SafeString:
    """Return ``<time>`` with the absolute time in the reader's language and zone; empty for None.

    Styles: "short" (21. 11. 2026 10:30), "long" (month by its name), "date" and "month" (no hour).
    A script on the page may show the time as relative and keep the absolute one as its tooltip;
    "date" and "month" are left as they are.
    """
    if value is None or value == "":
        return SafeString()
    value = local(value)
    text = spell(value, style=style).replace(" ", NBSP)
    if isinstance(value, dt.datetime) and style in {"short", "long"}:
        return format_html('<time datetime="{}" data-moment>{}</time>', value.isoformat(timespec="seconds"), text)
    return format_html('<time datetime="{}">{}</time>', value.strftime("%Y-%m-%d"), text)


@register.filter
def moment_text(value: dt.date | dt.datetime | None, style: str = "short") -> str:
    """Return a moment as ``moment`` writes it, without the element: for plain texts."""
    return spell(value, style=style).replace(" ", NBSP) if value else ""


@register.filter
def number(value: object) -> str:
    """Return a whole number as the reader's language groups its digits ("1 284"); anything else as it is."""
    return format_decimal(value, locale=locale_of()) if isinstance(value, int) else str(value)


@register.simple_tag
def widget(field: BoundField, **attributes: object) -> SafeString:
    """Render a bound field's widget with our class for its kind and any further attributes.

    A placeholder is left out: it vanishes when one begins to write, and the label says the same.
    Underscores in attribute names become hyphens (``data_autosave="1"``). Django itself adds
    ``aria-invalid`` and ``aria-describedby`` (ids of the help and of the errors the field component prints).
    """
    extra: dict[str, str | bool] = {
        key.replace("_", "-"): value if isinstance(value, bool) else str(value)
        for key, value in attributes.items()
        if value not in (None, "")
    }
    field.field.widget.attrs.pop("placeholder", None)
    extra |= _of_sort(field.field.widget)
    ours = next((name for sort, name in WIDGET_CLASSES if isinstance(field.field.widget, sort)), "input")
    classes = [field.field.widget.attrs.get("class"), ours, extra.pop("css", "")]
    extra["class"] = " ".join(str(name) for name in [*classes, extra.get("class")] if name)
    return field.as_widget(attrs=extra)


def _of_sort(field_widget: forms.Widget) -> dict[str, str | bool]:
    """Return what fields for passwords and codes have beside: words for the button that shows one, digits to type."""
    if isinstance(field_widget, forms.PasswordInput):
        return {"data-show": _("Show"), "data-hide": _("Hide"), "data-what": _("the password"), "spellcheck": "false"}
    if field_widget.attrs.get("autocomplete") == "one-time-code":
        return {"inputmode": "numeric", "spellcheck": "false", "css": "input--code"}
    return {}


@register.filter
def attrs(field: BoundField, pairs: str) -> SafeString:
    """Render a bound field with attributes written as ``"rows:3,autocomplete:off"``; see ``widget``."""
    named = (pair.partition(":") for pair in pairs.split(",") if pair.strip())
    return widget(field, **{name.strip(): value.strip() or True for name, _, value in named})


@register.filter
def widget_kind(field: BoundField) -> str:
    """Return "hidden", "check" (one tick box), "group" (a set of choices) or "line" for a bound field."""
    if field.is_hidden:
        return "hidden"
    if isinstance(field.field.widget, forms.CheckboxInput):
        return "check"
    return "group" if field.use_fieldset else "line"


@register.simple_tag(takes_context=True)
def query_replace(context: Context, **changes: Any) -> str:
    """Return "?…": the query of this request with some parameters changed; None or "" removes one."""
    request = context.get("request")
    if request is None:
        return "?"
    query = request.GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def current(context: Context, url: object, *, but: object = "") -> SafeString:
    """Return ``aria-current`` for a link of the navigation: "page" on that very address, "true" below it.

    ``but`` is an address below it that has a link of its own.
    """
    path = getattr(context.get("request"), "path", "")
    address = str(url) if url else ""  # it may be lazy
    if not address or not path.startswith(address) or (but and path.startswith(str(but))):
        return SafeString()
    return mark_safe('aria-current="page"' if path == address else 'aria-current="true"')  # noqa: S308 (constants)
