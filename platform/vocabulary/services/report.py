"""What a load did with one list: counts for the operator, and the rule that edited rows are kept."""

from dataclasses import dataclass
from typing import Any


@dataclass
class Report:
    """Counts of one list."""

    name: str
    added: int = 0
    changed: int = 0
    same: int = 0
    kept: int = 0

    def differs(self, row: Any, *, values: dict[str, Any]) -> bool:
        """Return whether the stored row must be rewritten; if not, count it as kept (edited) or the same."""
        if row.edited:
            self.kept += 1
            return False
        if all(getattr(row, name) == value for name, value in values.items()):
            self.same += 1
            return False
        return True

    def __str__(self) -> str:
        counts = f"{self.added} added, {self.changed} changed, {self.same} the same, {self.kept} edited and kept"
        return f"{self.name}: {counts}"
