"""The ladder by which a deadline is recalled: so many days before and after it, on working days, once a rung."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Days from the deadline (negative: before), and the hours in which people are written to, in local time."""

    rungs: tuple[int, ...] = (-7, -3, -1, 0, 1)
    work_from: time = time(8)
    work_until: time = time(17)
    holidays: frozenset[date] = frozenset()

    def is_working(self, now: datetime) -> bool:
        """Whether people are written to at this local time."""
        return self.is_working_day(now.date()) and self.work_from <= now.time() < self.work_until

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday, holidays aside."""
        return day.weekday() < SATURDAY and day not in self.holidays

    def day_of(self, deadline: date, rung: int) -> date:
        """The working day of a rung: one that falls on a day off comes earlier, after the deadline later."""
        day = deadline + timedelta(days=rung)
        step = timedelta(days=1 if rung > 0 else -1)
        while not self.is_working_day(day):
            day += step
        return day

    def due(self, deadline: datetime, told: datetime, now: datetime, done: Iterable[int]) -> int | None:
        """The rung to climb now, or None. All times are local.

        Only the latest rung that has come is climbed: after a pause nobody gets three at once. Rungs whose day had
        come when the unit was `told` of the task are left out, and a rung in `done` or below one is not repeated.
        """
        if not self.is_working(now):
            return None
        climbed = max(done, default=None)
        come = [rung for rung in sorted(self.rungs) if self.day_of(deadline.date(), rung) <= now.date()]
        if not come or (climbed is not None and come[-1] <= climbed):
            return None
        return come[-1] if self.day_of(deadline.date(), come[-1]) > told.date() else None
