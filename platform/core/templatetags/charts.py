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
EDGE: Final = 4  # room for the dots at both ends of a line


@register.simple_tag
def chart(points: Sequence[Any], *, style: str = "bars") -> SafeString:
    """Return a chart of ``points`` (each with a label and a value ≥ 0): "bars" to compare, "line" for a course.

    The table of the statistic component says the same in words, so the drawing is decorative. Without points, or
    a line of a single one, there is nothing to draw.
    """
    values = [max(0.0, float(_part(point, name="value"))) for point in points]
    if not values or (style == "line" and len(values) < 2):
        return SafeString()
    drawn = _line(values) if style == "line" else _columns(values)
    return format_html(
        '<svg class="chart chart--{}" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}</svg>',
        style,
        WIDTH,
        HEIGHT,
        drawn,
    )


def _columns(values: Sequence[float]) -> SafeString:
    step = WIDTH / len(values)
    highest = max(values) or 1.0
    return format_html_join("", '<rect x="{}" y="{}" width="{}" height="{}" rx="2"/>', _bars(values, step, highest))


def _bars(values: Sequence[float], step: float, highest: float) -> list[tuple[str, str, str, str]]:
    bars = []
    for index, value in enumerate(values):
        tall = max(2.0, value / highest * HEIGHT)
        left = index * step + GAP / 2
        bars.append((f"{left:.1f}", f"{HEIGHT - tall:.1f}", f"{max(1.0, step - GAP):.1f}", f"{tall:.1f}"))
    return bars


def _line(values: Sequence[float]) -> SafeString:
    """Draw the course, the ground under it, and a dot where it stands now."""
    highest = max(values) or 1.0
    step = (WIDTH - 2 * EDGE) / (len(values) - 1)
    places = [
        (EDGE + index * step, HEIGHT - EDGE - v / highest * (HEIGHT - 2 * EDGE)) for index, v in enumerate(values)
    ]
    course = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    ground = f"{EDGE},{HEIGHT - EDGE} {course} {WIDTH - EDGE},{HEIGHT - EDGE}"
    x, y = places[-1]
    return format_html(
        '<polygon points="{}"/><polyline points="{}"/><circle cx="{}" cy="{}" r="4"/>',
        ground,
        course,
        f"{x:.1f}",
        f"{y:.1f}",
    )


def _part(point: Any, *, name: str) -> Any:
    return point[name] if isinstance(point, dict) else getattr(point, name)
