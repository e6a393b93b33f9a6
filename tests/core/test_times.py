"""How moments are written: as each language writes them, as clocks of the reader's zone show them."""

import datetime as dt
import re

import pytest
from django.utils import timezone, translation

from core.templatetags import ui
from core.times import period, spell, zone_of

MOMENT = dt.datetime(2026, 3, 5, 8, 5, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 3, 12, 23, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("language", "short", "long", "day", "days"),
    [
        ("cs", "5. 3. 2026 9:05", "5. března 2026 9:05", "5. 3. 2026", "5.–13. 3. 2026"),
        ("en", "5 March 2026 09:05", "5 March 2026 09:05", "5 March 2026", "5–13 Mar 2026"),
        ("sk", "5. 3. 2026 9:05", "5. marca 2026 9:05", "5. 3. 2026", "5. – 13. 3. 2026"),
        ("de", "05.03.2026 09:05", "5. März 2026 09:05", "05.03.2026", "5.–13. März 2026"),
        ("uk", "05.03.2026 09:05", "5 березня 2026 р. 09:05", "05.03.2026", "5–13 бер. 2026 р."),
    ],
)
def test_each_language_writes_moments_its_own_way(language: str, short: str, long: str, day: str, days: str) -> None:
    with translation.override(language):
        written = [spell(MOMENT, style=style, zone="Europe/Prague") for style in ("short", "long", "date")]
        written.append(period(MOMENT, LATER, zone="Europe/Prague"))
    assert [re.sub(r"\s", " ", text) for text in written] == [
        short,
        long,
        day,
        days,
    ]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Prague", "13. 3. 2026 0:30"),
        ("Europe/Kyiv", "13. 3. 2026 1:30"),
        ("America/New_York", "12. 3. 2026 19:30"),
        ("Mars/Olympus", "13. 3. 2026 0:30"),
        ("", "13. 3. 2026 0:30"),
    ],
)
def test_the_zone_decides_the_hour_and_the_day(zone: str, expected: str) -> None:
    with timezone.override("Europe/Prague"):
        assert spell(LATER, language="cs", zone=zone) == expected


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "Nowhere", "Europe"])
def test_a_zone_nobody_knows_is_the_sites_own(name: str) -> None:
    assert str(zone_of(name)) == "Europe/Prague"


def test_a_plain_text_has_the_words_without_the_element() -> None:
    with translation.override("cs"), timezone.override("Europe/Prague"):
        assert ui.moment_text(MOMENT) == "5. 3. 2026 9:05".replace(" ", "\N{NO-BREAK SPACE}")
    assert ui.moment_text(None) == ""
