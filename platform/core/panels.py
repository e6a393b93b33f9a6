"""Room on a page for what other apps have to show there: `{% panels "platform" platform %}`.

A panel returns its context for a template, or None when it has nothing to show to this viewer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.viewer import Viewer

Provide = Callable[[Any, Viewer], dict[str, Any] | None]


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One app's contribution to a place."""

    place: str
    name: str
    template: str
    provide: Provide
    order: int = 50


_panels: dict[tuple[str, str], Panel] = {}


def register_panel(panel: Panel) -> None:
    """Add a panel; the same place and name again replaces it."""
    _panels[panel.place, panel.name] = panel


def panels_for(place: str) -> list[Panel]:
    """Return the panels of a place in their order."""
    return sorted((p for p in _panels.values() if p.place == place), key=lambda p: (p.order, p.name))
