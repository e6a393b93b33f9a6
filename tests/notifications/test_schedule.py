"""When digests are due: late and early jobs, and the two days a year on which clocks change."""

from zoneinfo import ZoneInfo

import pytest

from notifications.digests.schedule import Schedule
from tests.factories.notifications import at

TUESDAY, SUNDAY = 1, 6


def schedule(
    frequency: str = "weekly", *, weekday: int = TUESDAY, hour: int = 7, zone: str = "Europe/Prague"
) -> Schedule:
    return Schedule(frequency=frequency, weekday=weekday, hour=hour, zone=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("frequency", "moment", "latest", "following"),
    [
        # exactly on time, ten minutes early, three days late
        ("weekly", "2026-11-24T07:00:00+01:00", "2026-11-24T07:00:00+01:00", "2026-12-01T07:00:00+01:00"),
        ("weekly", "2026-11-24T06:50:00+01:00", "2026-11-17T07:00:00+01:00", "2026-11-24T07:00:00+01:00"),
        ("weekly", "2026-11-27T09:00:00+01:00", "2026-11-24T07:00:00+01:00", "2026-12-01T07:00:00+01:00"),
        ("daily", "2026-11-24T06:59:00+01:00", "2026-11-23T07:00:00+01:00", "2026-11-24T07:00:00+01:00"),
        ("daily", "2026-11-24T23:59:00+01:00", "2026-11-24T07:00:00+01:00", "2026-11-25T07:00:00+01:00"),
        # the first Tuesday of a month
        ("monthly", "2026-11-24T12:00:00+01:00", "2026-11-03T07:00:00+01:00", "2026-12-01T07:00:00+01:00"),
        ("monthly", "2026-12-01T07:00:00+01:00", "2026-12-01T07:00:00+01:00", "2027-01-05T07:00:00+01:00"),
        # clocks go back on 25 October and forward on 28 March: still seven o'clock
        ("daily", "2026-10-25T12:00:00+01:00", "2026-10-25T07:00:00+01:00", "2026-10-26T07:00:00+01:00"),
        ("daily", "2026-10-24T12:00:00+02:00", "2026-10-24T07:00:00+02:00", "2026-10-25T07:00:00+01:00"),
        ("weekly", "2027-03-27T12:00:00+01:00", "2027-03-23T07:00:00+01:00", "2027-03-30T07:00:00+02:00"),
    ],
)
def test_moments_in_prague(frequency: str, moment: str, latest: str, following: str) -> None:
    plan = schedule(frequency)
    assert plan.latest_until(at(moment)) == at(latest)
    assert plan.next_after(at(moment)) == at(following)


def test_an_hour_that_a_night_has_twice_comes_once_and_one_it_lacks_comes_too() -> None:
    twice = schedule("daily", hour=2)
    assert twice.next_after(at("2026-10-24T12:00:00+02:00")) == at("2026-10-25T02:00:00+02:00")
    assert twice.next_after(at("2026-10-25T02:00:00+02:00")) == at("2026-10-26T02:00:00+01:00")
    missing = schedule("weekly", weekday=SUNDAY, hour=2)
    assert missing.next_after(at("2027-03-27T12:00:00+01:00")) == at("2027-03-28T03:00:00+02:00")


@pytest.mark.parametrize(("zone", "hour"), [("Asia/Nicosia", 5), ("Europe/London", 7), ("Asia/Ulaanbaatar", 23)])
def test_seven_o_clock_is_where_the_reader_lives(zone: str, hour: int) -> None:
    assert schedule("daily", zone=zone).next_after(at("2026-11-24T12:00:00+00:00")).hour == hour
