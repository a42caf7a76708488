"""Buttons under the agenda, and the calendar file's covering line."""

from dataclasses import dataclass
from typing import Any

from domain.buttons import button
from domain.views import view


@button("qd")
@dataclass(frozen=True, slots=True)
class DayOfAgenda:
    """The items of one day, by its ordinal."""

    day: int


@button("qi")
@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A file for the calendar: of a session, of a day (by its ordinal), or of everything (both 0)."""

    day: int
    session: int


@view("agenda")
@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarReady:
    """Goes with the file. `count` is how many items are in it."""

    count: int


SAMPLES: tuple[Any, ...] = (CalendarReady(count=1), CalendarReady(count=12))
