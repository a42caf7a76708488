"""Which day and which half of it a heading or a row of the programme names."""

import re
from datetime import date, time, timedelta

from documents.plan.agenda_events import Known
from documents.plan.day_lines import HALF_NAME
from documents.plan.grounds import GROUNDS
from documents.plan.halls import INDOORS, is_hall
from documents.plan.outline import Node
from domain.dates import find_dates, find_weekdays
from domain.vietnamese import fold

_WEEKDAY = r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật"
WEEKDAY_ALONE = re.compile(
    rf"(?:{HALF_NAME}\s+)?(?P<day>{_WEEKDAY})"
    rf"(?:\s*\([^()\d:]{{2,60}}\)|\s*[,–—-]\s*(?:tại\s+)?(?:{INDOORS}|{GROUNDS})(?!\w)[^:;]{{0,60}}"
    r"|\s*[,–—-]\s*[^:;\d]{3,60}(?=:))?\s*[:.]?",
    re.IGNORECASE,
)
"""A day of the programme by its weekday, with its place or name: "Sáng thứ Bảy (bãi cỏ):", "Thứ Bảy, hội thi:"."""
DAY_ALONE = re.compile(
    r"(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s*,?\s*)?(?:(?:thứ\s+\w+|chủ nhật)\s*[,(]?\s*)?(?:ngày\s*)?"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?\s*(?:\([^()]*\))?\s*[:.)]?",
    re.IGNORECASE,
)
DAY_FIRST = re.compile(r"ngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\b", re.IGNORECASE)
_NAMES = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "nhat": 6} | {str(n): n - 2 for n in range(2, 8)}
_LONGEST = 7  # days; in a longer conference a weekday comes twice


def on_weekday(text: str, known: Known) -> date | None:
    """The day of the conference that the heading names by its weekday alone."""
    found = WEEKDAY_ALONE.fullmatch(text.strip())
    return _weekday_of(known, _NAMES.get(fold(found["day"]).split()[-1])) if found else None


def _weekday_of(known: Known, wanted: int | None) -> date | None:
    if known.starts_on is None or known.ends_on is None:
        return None
    days = (
        known.starts_on + timedelta(days=n) for n in range(min((known.ends_on - known.starts_on).days + 1, _LONGEST))
    )
    return next((day for day in days if day.weekday() == wanted), None)


DAY_NUMBER = re.compile(
    r"(?:ngày|day)\s+(?:thứ\s+)?(?P<n>0?\d|nhất|hai|ba|tư|năm|one|two|three)(?!\s*[/\d]|\s+tháng)\b", re.IGNORECASE
)
_NUMBERS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "one": 1, "two": 2, "three": 3}


def numbered_day(text: str, known: Known) -> date | None:
    """The day of the conference by its number: "Ngày thứ hai", "Ngày 2", "Day 2"."""
    number = DAY_NUMBER.search(text)
    if number is None or known.starts_on is None:
        return None
    name = number["n"].lower()
    ordinal = int(name) if name.isdigit() else _NUMBERS[name]
    return known.starts_on + timedelta(days=ordinal - 1)


def day_in(cell: str, known: Known) -> date | None:
    """The day that a cell of a table names: by its date, its number, or its weekday."""
    if dates := find_dates(cell, known.year):
        return dates[0].first
    if numbered := numbered_day(cell, known):
        return numbered
    weekdays = find_weekdays(cell)
    return _weekday_of(known, weekdays[0].weekday) if weekdays else None


HALF_FIRST = re.compile(r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\b", re.IGNORECASE)
_LATER_HALF = re.compile(r"(?:buổi\s+)?(?P<half>chiều|tối)\b", re.IGNORECASE)
_HOURS = {"chiều": range(1, 7), "tối": range(6, 12)}


def half_of(heading: str) -> str:
    """ "chiều" or "tối" where a heading of the programme names that part of the day."""
    found = _LATER_HALF.match(heading.strip())
    return found["half"].lower() if found else ""


def by_half(clock: time | None, half: str) -> time | None:
    """ "2h00" under "Buổi chiều" is 14:00."""
    return clock.replace(hour=clock.hour + 12) if clock and clock.hour in _HOURS.get(half, ()) else clock


_HALF_DAY = re.compile(
    r"(?:buổi\s+)?(?:sáng|chiều|tối)\s*,?\s*(?:(?:thứ\s+\w+|chủ nhật)\s*[,(]?\s*)?(?:ngày\s*)?"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?\s*\)?",
    re.IGNORECASE,
)


def is_half_day(node: Node, following: Node | None) -> bool:
    """ "Sáng 20/3: đón tiếp đại biểu" above "Chiều 20/3: họp trù bị": what is done then stands behind it."""
    if node.children or not node.value or is_hall(node.value) or _HALF_DAY.fullmatch(node.label.strip()) is None:
        return False
    return following is None or _HALF_DAY.match(following.text) is not None
