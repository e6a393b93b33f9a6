"""Writes docs/reference.md from the code: `make docs`. A test says when it is out of date."""

import inspect
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[2] / "docs" / "reference.md"
HEAD = """# Reference

Made from the code by `make docs`; a test keeps it right.
Names of events, handlers, kinds, notices and permissions are stored and never change.
"""


def text() -> str:
    """Return the whole page; Django must be set up."""
    parts = [HEAD, _environment(), _scheduled(), _kinds(), _permissions(), _events(), _handlers(), _limits()]
    return "\n".join(parts)


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> str:
    lines = [f"## {title}\n", f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _environment() -> str:
    from config.env import VARIABLES  # noqa: PLC0415  read after Django is set up, like everything below

    rows = [(f"`{v.name}`", "yes" if v.required_in_production else "", v.help) for v in VARIABLES.values()]
    return _table("Environment (production)", ("variable", "required", "what it is"), rows)


def _scheduled() -> str:
    from django.conf import settings  # noqa: PLC0415

    rows = [(f"`{row['task']}`", _spoken(row["schedule"])) for row in settings.CELERY_BEAT_SCHEDULE.values()]
    return _table("Scheduled jobs", ("task", "when"), sorted(rows))


def _spoken(schedule: Any) -> str:
    if isinstance(schedule, int | float):
        return f"every {int(schedule)} s"
    if hasattr(schedule, "_orig_hour"):
        return f"at {schedule._orig_hour}:{str(schedule._orig_minute).zfill(2)} UTC"
    return str(schedule)


def _kinds() -> str:
    from core.kinds import all_kinds  # noqa: PLC0415

    rows = [
        (f"`{kind.code}`", f"`{kind.model_label}`", "yes" if kind.followable else "", "yes" if kind.searchable else "")
        for kind in all_kinds()
    ]
    return _table("Kinds of item", ("code", "model", "followable", "searchable"), rows)


def _permissions() -> str:
    from platforms.permissions import Permission  # noqa: PLC0415
    from platforms.services.roles import TEMPLATES  # noqa: PLC0415

    rows = [(f"`{code}`", *("yes" if p in held else "" for p in Permission)) for code, _names, held in TEMPLATES]
    return _table("Roles on a platform and their permissions", ("role", *(f"`{p}`" for p in Permission)), rows)


def _events() -> str:
    from core.outbox import registered_events  # noqa: PLC0415

    rows = [(f"`{name}`", _first_line(event)) for name, event in registered_events().items() if _ours(event)]
    return _table("Events", ("name", "what happened"), rows)


def _handlers() -> str:
    from core.outbox import registered_handlers  # noqa: PLC0415

    rows = [(f"`{n}`", f"`{event}`") for n, event in registered_handlers().items() if not event.startswith("tests.")]
    return _table("Handlers", ("name", "reacts to"), rows)


def _limits() -> str:
    from django.conf import settings  # noqa: PLC0415

    rows = [
        (f"`{verb}`", ", ".join(f"{number} in {seconds} s" for number, seconds in limits))
        for verb, limits in settings.RATE_LIMITS.items()
    ]
    return _table("Rate limits", ("verb", "at most"), rows)


def _first_line(thing: Any) -> str:
    return (inspect.getdoc(thing) or "").splitlines()[0]


def _ours(thing: Any) -> bool:
    return not thing.__module__.startswith("tests.")


def main() -> None:
    """Write the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.embedded")
    import django  # noqa: PLC0415

    django.setup()
    TARGET.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
