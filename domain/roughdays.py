"""Days and hours that people name roughly in a deadline: "đầu tuần sau", "giữa tháng 12", "chiều mai", "3 ngày nữa"."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta

from domain.clocks import DayPart
from domain.vietnamese import squeeze
from domain.when import folded_in_place

_PLACE = r"(?P<place>dau|giua|cuoi|het|trong)"
_WEEK = re.compile(r"(?<!\w)(?P<place>dau|giua|cuoi) tuan(?P<next> (?:sau|toi))?(?!\w)")
_MONTH = re.compile(
    rf"(?<!\w){_PLACE} thang(?: (?P<month>1[0-2]|0?[1-9])(?!\d)(?:(?: nam | ?/ ?)(?P<year>20\d\d))?"
    r"|(?P<next> (?:sau|toi))|(?: nay)?(?!\w| \d))(?!\w)"
)
_YEAR = re.compile(r"(?<!\w)(?:cuoi|het) nam(?: nay)?(?!\w| \d)")
_QUARTER = re.compile(
    r"(?<!\w)(?:cuoi|het|trong) quy (?P<quarter>[1-4]|iv|i{1,3})"
    r"(?:(?: nam | ?/ ?)(?P<year>20\d\d))?(?!\w)"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTED = re.compile(
    r"(?<!\w)(?:(?:sau |trong (?:vong )?|them )(?P<a>\d{1,2}) (?P<b>ngay(?: lam viec)?|tuan)(?: (?:nua|toi))?"
    r"|(?P<c>\d{1,2}) (?P<d>ngay(?: lam viec)?|tuan) nua)(?!\w)"
)
_TODAY = re.compile(r"(?<!\w)(?:cuoi|het) (?:ngay|buoi|gio)(?: hom nay| nay)?(?!\w| \d| mai| kia| thu)")
_WEEKDAYS = {"dau": 0, "giua": 2, "cuoi": 4}
"""The beginning of a week is its Monday; its end, in an office, its Friday."""
_DAYS = {"dau": 5, "giua": 15}
_OFFICE = (
    (re.compile(r"(?<!\w)dau gio (?:buoi )?sang(?!\w)"), time(8)),
    (re.compile(r"(?<!\w)dau gio (?:buoi )?chieu(?!\w)"), time(13, 30)),
    (re.compile(r"(?<!\w)(?:cuoi|het) gio (?:buoi )?sang(?!\w)"), time(12)),
    (re.compile(r"(?<!\w)(?:cuoi|het) gio(?: (?:buoi )?chieu| lam viec| hanh chinh)?(?!\w)"), time(17)),
)
_PARTS = {DayPart.MORNING: time(12), DayPart.NOON: time(12), DayPart.AFTERNOON: time(17), DayPart.EVENING: time(22)}
"""Until when a part of the day lasts, as a deadline."""


def rough_day(text: str, today: date) -> date | None:
    """The day that the words mean roughly, never one that is over; None where they name none."""
    folded = squeeze(folded_in_place(text))
    if found := _WEEK.search(folded):
        return _in_week(found["place"], today, later=bool(found["next"]))
    if found := _MONTH.search(folded):
        return _in_month(found, today)
    if found := _QUARTER.search(folded):
        quarter = _QUARTERS.get(found["quarter"]) or int(found["quarter"])
        if found["year"]:
            return _last_of(int(found["year"]), quarter * 3)
        return _not_over(lambda year: _last_of(year, quarter * 3), today)
    if _YEAR.search(folded):
        return date(today.year, 12, 31)
    if found := _COUNTED.search(folded):
        count, unit = (found["a"], found["b"]) if found["a"] else (found["c"], found["d"])
        if unit == "ngay lam viec":
            return _working_days_later(today, int(count))
        return today + timedelta(days=int(count) * (7 if unit == "tuan" else 1))
    return None


def _working_days_later(today: date, count: int) -> date:
    """So many days on, Saturdays and Sundays not counted."""
    day = today
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def names_today(text: str) -> bool:
    """Whether the words mean the end of this day, if they name no other ("cuối giờ chiều")."""
    return _TODAY.search(squeeze(folded_in_place(text))) is not None


def _in_week(place: str, today: date, later: bool) -> date:
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=int(later))
    day = monday + timedelta(days=_WEEKDAYS[place])
    if place == "cuoi" and day < today:  # on a Saturday the week's end is its Sunday
        day = monday + timedelta(days=6)
    return day if day >= today else day + timedelta(weeks=1)


def _in_month(found: re.Match[str], today: date) -> date:
    day = _DAYS.get(found["place"])

    def in_month(year: int, month: int) -> date:
        return _last_of(year, month) if day is None else date(year, month, day)

    if found["month"]:
        month = int(found["month"])
        year = found["year"]
        return in_month(int(year), month) if year else _not_over(lambda each: in_month(each, month), today)
    this = in_month(today.year, today.month)
    following = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return in_month(following.year, following.month) if found["next"] or this < today else this


def _last_of(year: int, month: int) -> date:
    return (date(year, month, 1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _not_over(of_year: Callable[[int], date], today: date) -> date:
    found = of_year(today.year)
    return found if found >= today else of_year(today.year + 1)


def rough_clock(text: str, part: DayPart | None) -> time | None:
    """Until when "sáng", "chiều", "cuối giờ" last; None where the words name no part of the day."""
    folded = squeeze(folded_in_place(text))
    office = next((clock for pattern, clock in _OFFICE if pattern.search(folded)), None)
    return office or (None if part is None else _PARTS[part])
