"""The demo's platforms and who belongs to them, through the services of platforms."""

from functools import partial
from typing import Any

from accounts.models import User
from demo.people import administrator
from demo.records import once, read
from platforms.models import Platform
from platforms.services import create_platform, join, role_named
from vocabulary.models import Area, Territory


def load_platforms(people: dict[str, User]) -> dict[str, Platform]:
    """Return every platform by slug, its people joined in their roles."""
    keeper = administrator(people)
    platforms = {
        row["slug"]: once(f"platform:{row['slug']}", partial(_platform, row, by=keeper))
        for row in read("platforms.toml")["platform"]
    }
    for row in read("people.toml")["person"]:
        for slug, role in row["platforms"]:
            join(platforms[slug], by=people[row["handle"]], role=role_named(role), invited=True)
    return platforms


def _platform(row: dict[str, Any], *, by: User) -> Platform:
    return create_platform(
        by=by,
        slug=row["slug"],
        names=row["names"],
        about=row["about"],
        level=row["level"],
        visibility=row["visibility"],
        joining=row["joining"],
        languages=row["languages"],
        territories=list(Territory.objects.filter(code__in=row["territories"])),
        areas=list(Area.objects.filter(code__in=row["areas"])),
    )
