"""Decides what is done about one item, from facts alone: no database, no engine, so that its whole table is tested."""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What the sync does."""

    INDEX = "index"
    DELETE = "delete"
    SKIP = "skip"


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What is known when an entry's turn comes."""

    version: int
    synced_version: int
    searchable: bool  # its kind exists and is meant to be found
    present: bool  # the row is still there
    published: bool


def plan(situation: Situation) -> Step:
    """Return the step. What the engine never had is deleted too: a late write of another worker must find it newer."""
    if situation.version <= situation.synced_version:
        return Step.SKIP
    found = situation.searchable and situation.present and situation.published
    return Step.INDEX if found else Step.DELETE
