"""The one grammar of Vietnamese (and English) dates and times: in plans, in questions, in what organizers type.

Only absolute expressions live here; relative ones ("ngày mai") are built on top. Every `find_*` function takes text in
composed form (`domain.vietnamese.nfc`), returns spans in reading order, and never raises. A span covers
`text[span.at:span.to]`. What looks like a date or a time but cannot be one (30/02, 25h00) is never dropped silently:
`find_impossible` reports it.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.clocks import ClockSpan as ClockSpan
from domain.clocks import DayPart as DayPart
from domain.clocks import ImpossibleSpan as ImpossibleSpan
from domain.clocks import PartSpan as PartSpan
from domain.clocks import find_clocks as find_clocks
from domain.clocks import find_parts as find_parts
from domain.clocks import impossible_clocks
from domain.days import DASH, impossible_dates
from domain.days import DateSpan as DateSpan
from domain.days import MonthSpan as MonthSpan
from domain.days import find_dates as find_dates
from domain.days import find_months as find_months
from domain.weekdays import WEEKDAY_WORD
from domain.weekdays import WeekdaySpan as WeekdaySpan
from domain.weekdays import find_weekdays as find_weekdays


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A date with the clock time that belongs to it: "14 giờ 00 phút, ngày 27/7/2023 (chiều thứ Năm)"."""

    at: int
    to: int
    date: DateSpan
    clock: ClockSpan | None
    part: DayPart | None


@dataclass(frozen=True, slots=True)
class WeekdayConflict:
    """A date with a weekday beside it that is not its own."""

    at: int
    to: int
    day: date
    weekday: int


_GLUE = re.compile(
    rf"(?:[\s,();]|{DASH}|ngày|ngay|vào|lúc|luc|từ|bắt đầu|khai mạc|đúng|khoảng|hết|cùng|on|at|from|các|buổi"
    rf"|sáng|trưa|chiều|tối|đêm|cả|{WEEKDAY_WORD}|cn)*",
    re.IGNORECASE,
)


def _glued(text: str, at: int, to: int) -> bool:
    """Whether only words that tie a clock to its date stand between (never more than a few)."""
    return to - at <= 60 and _GLUE.fullmatch(text, at, to) is not None


@lru_cache(maxsize=2048)  # a plan's stages look at the same lines again and again
def find_times(text: str, default_year: int | None = None) -> tuple[TimeSpan, ...]:
    """Each date together with the clock time and the part of the day that stand beside it."""
    dates = find_dates(text, default_year)
    clocks = find_clocks(text) if dates else ()
    return tuple(_time_span(text, day, clocks, dates) for day in dates)


def _time_span(text: str, day: DateSpan, clocks: tuple[ClockSpan, ...], dates: tuple[DateSpan, ...]) -> TimeSpan:
    before = [
        c
        for c in clocks
        if c.to <= day.at
        and _glued(text, c.to, day.at)
        and not (_ends_clause(text, c, day, dates) or _ends_date(text, c, day, clocks))
    ]
    after = [c for c in clocks if c.at >= day.to and _glued(text, day.to, c.at)]
    owned = [
        c
        for c in after
        if not any(
            d.at >= c.to
            and _glued(text, c.to, d.at)
            and not (_ends_clause(text, c, d, dates) or _ends_date(text, c, d, clocks))
            for d in dates
        )
    ]
    clock = before[-1] if before else owned[0] if owned else None
    at = min(day.at, clock.at) if clock else day.at
    to = max(day.to, clock.to) if clock else day.to
    parts = find_parts(text[max(0, at - 8) : to + 10])
    return TimeSpan(at, to, day, clock, parts[0].part if parts else None)


def _ends_clause(text: str, clock: ClockSpan, day: DateSpan, dates: tuple[DateSpan, ...]) -> bool:
    """Whether the clock belongs to a date before it, its clause closed: "ngày 30/10, từ 14h00; sáng ngày 31/10"."""
    if ";" not in text[clock.to : day.at]:
        return False
    return any(d.to <= clock.at and _glued(text, d.to, clock.at) and ";" not in text[d.to : clock.at] for d in dates)


_UP_TO = re.compile(rf"\s*(?:{DASH}|đến|to)\s*", re.IGNORECASE)


def _ends_date(text: str, clock: ClockSpan, day: DateSpan, clocks: tuple[ClockSpan, ...]) -> bool:
    """Whether each date of a range has its clock behind it: "15/05/2026 08:00 - 16/05/2026 16:00"."""
    behind_digit = clock.at > 1 and text[clock.at - 1].isspace() and text[: clock.at].rstrip()[-1:].isdigit()
    if not behind_digit or _UP_TO.fullmatch(text, clock.to, day.at) is None:
        return False
    return any(c.at >= day.to and not text[day.to : c.at].strip() for c in clocks)


def find_conflicts(text: str, default_year: int | None = None) -> tuple[WeekdayConflict, ...]:
    """Dates beside a weekday that is not theirs: "thứ Hai, ngày 27/7/2023" (a Thursday)."""
    conflicts = []
    days = [day for day in find_dates(text, default_year) if len(day.days) == 1]
    weekdays = find_weekdays(text) if days else ()
    for day in days:
        for beside in weekdays:
            gap = text[beside.to : day.at] if beside.to <= day.at else text[day.to : beside.at]
            if (
                re.fullmatch(r"[\s,(:]*(?:ngày|chiều|sáng|tối|trưa|[-–])?[\s,(]*", gap)
                and beside.weekday != day.first.weekday()
            ):
                conflicts.append(
                    WeekdayConflict(min(day.at, beside.at), max(day.to, beside.to), day.first, beside.weekday)
                )
    return tuple(conflicts)


def find_impossible(text: str) -> tuple[ImpossibleSpan, ...]:
    """Dates that do not exist (30/02, 15/13/2024) and times that do not (25h00, 8h75), for somebody to look at."""
    spans = (*impossible_clocks(text), *impossible_dates(text))
    return tuple(sorted(spans, key=lambda span: span.at))
