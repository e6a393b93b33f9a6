"""From the files of the demo's handbook to the fields of its page kinds."""

from html import escape
from typing import Any

from cms.blocks import blocks_from_html
from cms.models import AreaPage, ChapterPage, GoalPage, IndicatorPage, SituationPage, ToolPage

HANDBOOK_MODELS: dict[str, Any] = {
    "area": AreaPage,
    "chapter": ChapterPage,
    "goal": GoalPage,
    "tool": ToolPage,
    "indicator": IndicatorPage,
    "situation": SituationPage,
}
OWN_FIELDS = {
    "goal": ("how_verified",),
    "tool": ("cost_band", "staff", "time_to_effect", "legal_basis", "prerequisites"),
    "indicator": ("definition", "source", "frequency", "pitfalls"),
    "situation": ("first_24h", "first_week", "after", "contacts_roles"),
}


def handbook_values(row: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a handbook page beside title, slug, summary and note."""
    sections = "".join(f"<h2>{escape(part['heading'])}</h2>{part['html']}" for part in words.get("section", []))
    values: dict[str, Any] = {
        "body": blocks_from_html(sections),
        "valid_as_of": row["valid_as_of"],
        "check_by": row["check_by"],
        "sources": _as_list(words.get("sources", row["sources"])),
    }
    for name in OWN_FIELDS.get(row["kind"], ()):
        values[name] = _as_text(HANDBOOK_MODELS[row["kind"]], name, words.get(name, ""))
    if row["kind"] == "tool":
        values["cost_level"] = row.get("cost_level", "")
    return values


def _as_text(model: Any, name: str, value: Any) -> str:
    if isinstance(value, list):
        return _as_list(value)
    limit = model._meta.get_field(name).max_length
    if limit is not None and len(value) > limit:
        return f"{value[: limit - 1].rsplit(' ', 1)[0]}…"
    return str(value)


def _as_list(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>" if lines else ""
