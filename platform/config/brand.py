"""Another network's look: one folder whose templates and static files come before ours. See docs/branding.md."""

from pathlib import Path
from typing import Any


def put_brand_first(folder: str, *, templates: list[dict[str, Any]], static: list[Path]) -> None:
    """Look into `folder`/templates and `folder`/static before our own; an empty name changes nothing."""
    if not folder:
        return
    brand = Path(folder).resolve()
    if (brand / "templates").is_dir():
        templates[0]["DIRS"].insert(0, brand / "templates")
    if (brand / "static").is_dir():
        static.insert(0, brand / "static")
