"""The ladder by which a deadline is recalled: so many days before and after it, on working days, once a rung.

The higher the rung, the higher the people it reaches: focal person, deputy, head of the unit, organizers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

SATURDAY = 5
RUNGS = (-7, -3, -1, 0, 1)
FIXED_HOLIDAYS = frozenset({(1, 1), (30, 4), (1, 5), (2, 9)})
"""Day and month of the holidays that have a fixed date: Labour Code 2019, article 112."""


class Rank(StrEnum):
    """What somebody is in the unit they answer for."""

    FOCAL = "focal"
    DEPUTY = "deputy"
    HEAD = "head"


def ranks_at(rung: int) -> frozenset[Rank]:
    """Whom a rung reaches in the unit: early ones the focal person, then the deputy too, at the end the head too."""
    if rung <= -7:
        return frozenset({Rank.FOCAL})
    if rung <= -3:
        return frozenset({Rank.FOCAL, Rank.DEPUTY})
    return frozenset(Rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Days from the deadline (negative: before), and the hours in which people are written to, in local time.

    `holidays` are days off of one year, `yearly` days (day, month) that are off in every year.
    """

    rungs: tuple[int, ...] = RUNGS
    work_from: time = time(8)
    work_until: time = time(17)
    holidays: frozenset[date] = frozenset()
    yearly: frozenset[tuple[int, int]] = FIXED_HOLIDAYS

    def is_working(self, now: datetime) -> bool:
        """Whether people are written to at this local time."""
        return self.is_working_day(now.date()) and self.work_from <= now.time() < self.work_until

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday, holidays aside."""
        return day.weekday() < SATURDAY and day not in self.holidays and (day.day, day.month) not in self.yearly

    def day_of(self, deadline: date, rung: int) -> date:
        """The working day of a rung: one that falls on a day off comes earlier, after the deadline later."""
        day = deadline + timedelta(days=rung)
        step = timedelta(days=1 if rung > 0 else -1)
        while not self.is_working_day(day):
            day += step
        return day

    def due(
        self,
        deadline: datetime,
        told: datetime,
        now: datetime,
        done: Iterable[int],
        rungs: tuple[int, ...] | None = None,
    ) -> int | None:
        """The rung to climb now, or None. All times are local; `rungs` are a task's own.

        Only the latest rung that has come is climbed: after a pause nobody gets three at once. Rungs whose day had
        come when the unit was `told` of the task are left out, and a rung in `done` or below one is not repeated.
        """
        if not self.is_working(now):
            return None
        climbed = max(done, default=None)
        ladder = self.rungs if rungs is None else rungs
        come = [rung for rung in sorted(ladder) if self.day_of(deadline.date(), rung) <= now.date()]
        if not come or (climbed is not None and come[-1] <= climbed):
            return None
        return come[-1] if self.day_of(deadline.date(), come[-1]) > told.date() else None
