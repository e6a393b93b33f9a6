"""Small charts drawn on the server as SVG; the numbers always stand beside them in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from collections.abc import Sequence

register = template.Library()

WIDTH: Final = 240
HEIGHT: Final = 64
GAP: Final = 4


@register.simple_tag
def bar_chart(points: Sequence[Any]) -> SafeString:
    """Return a column chart of ``points`` (each with a label and a value ≥ 0).

    The table of the statistic component says the same in words, so the drawing is decorative.
    """
    values = [max(0.0, float(_part(point, name="value"))) for point in points]
    if not values:
        return SafeString()
    step = WIDTH / len(values)
    highest = max(values) or 1.0
    bars = format_html_join("", '<rect x="{}" y="{}" width="{}" height="{}" rx="2"/>', _bars(values, step, highest))
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}</svg>',
        WIDTH,
        HEIGHT,
        bars,
    )


def _bars(values: Sequence[float], step: float, highest: float) -> list[tuple[str, str, str, str]]:
    bars = []
    for index, value in enumerate(values):
        tall = max(2.0, value / highest * HEIGHT)
        left = index * step + GAP / 2
        bars.append((f"{left:.1f}", f"{HEIGHT - tall:.1f}", f"{step - GAP:.1f}", f"{tall:.1f}"))
    return bars


def _part(point: Any, *, name: str) -> Any:
    return point[name] if isinstance(point, dict) else getattr(point, name)
