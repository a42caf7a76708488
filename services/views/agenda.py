"""An agenda put right in its chat, the buttons under every agenda, and the calendar file's covering line."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from domain.answers.values import AgendaDay, DayPlan, Known, Line, SessionTimes, WholeAgenda
from domain.buttons import button, press
from domain.ids import SessionId
from domain.views import Keyboard, Press, view


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


MOST_DAYS = 14
"""Days that get a button."""

_A_ROW = 3


def ways_from(found: Any) -> Keyboard:
    """The buttons under an answer that shows dated sessions; none under any other."""
    match found:
        case WholeAgenda():
            days = [each.day for each in found.days if each.day is not None]
            return (*_days(days), (press(CalendarFile(0, 0)),)) if days else ()
        case DayPlan() if found.lines and found.first == found.last:
            return ((press(CalendarFile(found.first.toordinal(), 0), label="calendar_day"),),)
        case SessionTimes() if len(found.lines) == 1 and _dated(found.lines[0]):
            return ((press(CalendarFile(0, found.lines[0].id), label="calendar_session"),),)
        case _:
            return ()


def _dated(line: Line) -> bool:
    return line.day is not None and line.start is not None and not line.cancelled


def _days(days: list[date]) -> Keyboard:
    if len(days) < 2:
        return ()
    buttons: list[Press] = [
        press(DayOfAgenda(day.toordinal()), day=f"{day.day}/{day.month}") for day in days[:MOST_DAYS]
    ]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))


@view("agenda")
@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaCorrected:
    """Takes the place of an agenda that somebody had in their chat; `at` is when, in local time."""

    shown: WholeAgenda | DayPlan
    at: datetime

    def keyboard(self) -> Keyboard:
        return ways_from(self.shown)


_ITEM = Line(id=SessionId(1), title="khai mạc", day=date(2026, 9, 22), start=time(8), place="Phòng A101")

SAMPLES: tuple[Any, ...] = (
    CalendarReady(count=1),
    CalendarReady(count=12),
    AgendaCorrected(
        shown=WholeAgenda(title="Hội nghị cá lồng", days=(AgendaDay(_ITEM.day, (_ITEM,)),), known=Known()),
        at=datetime.combine(date(2026, 9, 20), time(16, 5)),
    ),
    AgendaCorrected(
        shown=DayPlan(first=date(2026, 9, 22), last=date(2026, 9, 22), part=None, lines=(_ITEM,)),
        at=datetime.combine(date(2026, 9, 20), time(16, 5)),
    ),
)
