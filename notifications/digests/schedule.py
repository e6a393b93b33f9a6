"""When a digest is due: pure arithmetic of local days and hours. A cut-off is a moment of the schedule, never "now"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from notifications.models import Frequency

DAY = timedelta(days=1)
LONGEST = 40  # days between two moments of any schedule, and some


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """Every day, every such weekday, or the first such weekday of a month, at an hour of a zone."""

    frequency: str
    weekday: int
    hour: int
    zone: ZoneInfo

    def next_after(self, moment: datetime) -> datetime:
        """Return the first moment of the schedule after this one."""
        start = moment.astimezone(self.zone).date() - DAY
        return next(at for at in self._moments(start, step=DAY) if at > moment)

    def latest_until(self, moment: datetime) -> datetime:
        """Return the last moment of the schedule that is not after this one."""
        start = moment.astimezone(self.zone).date() + DAY
        return next(at for at in self._moments(start, step=-DAY) if at <= moment)

    def _moments(self, start: date, *, step: timedelta) -> Iterator[datetime]:
        for number in range(LONGEST):
            day = start + number * step
            if self._meets(day):
                yield datetime.combine(day, time(self.hour), tzinfo=self.zone).astimezone(UTC)

    def _meets(self, day: date) -> bool:
        if self.frequency == Frequency.DAILY:
            return True
        return day.weekday() == self.weekday and (self.frequency == Frequency.WEEKLY or day.day <= 7)
