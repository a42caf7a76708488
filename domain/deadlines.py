"""Deadlines: as organizers type them, and as a plan counts them from the conference."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.dates import find_clocks, find_conflicts, find_impossible, find_weekdays
from domain.refusal import Refusal
from domain.roughdays import names_today, rough_clock, rough_day
from domain.vietnamese import nfc, squeeze
from domain.when import Days, Weekday, WhenFound, find_when, folded_in_place, resolve

END_OF_DAY = time(23, 59)
"""A deadline that names only a day ends with that day."""

_COUNT = r"(?P<count>\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s*(?P<unit>ngay|tuan)(?: lam viec)?"
_MEETING = r"(?:hoi nghi|hoi thao|dai hoi|dien dan|toa dam|ngay hoi|(?:buoi )?le)"
_EVENT = (
    rf"(?:ngay\s+)?(?:to chuc|dien ra|khai mac|bat dau|be mac|ket thuc)(?:\s+(?:cua\s+)?{_MEETING})?"
    rf"|(?:ngay\s+)?{_MEETING}"
)
_RELATIVE = (
    re.compile(rf"(?P<side>truoc|sau)\s+(?:it nhat\s+|toi thieu\s+)?{_COUNT}\s+(?:khi\s+|so voi\s+)?(?:{_EVENT})"),
    re.compile(rf"{_COUNT}\s+(?P<side>truoc|sau)\s+(?:khi\s+)?(?:{_EVENT})"),
    re.compile(rf"(?P<side>truoc|sau)\s+(?:khi\s+)?(?:{_EVENT})\s+(?:it nhat\s+|toi thieu\s+)?{_COUNT}"),
)
_RELATIVE_ENGLISH = re.compile(
    r"(?P<count>\d{1,3}|one|two|three|four|five|ten)\s+(?P<unit>day|week)s?\s+(?P<side>before|after)\s+the\s+"
    r"(?:workshop|conference|seminar|congress|meeting|forum|event|opening|closing)"
)
_NUMBERS = {
    word: number
    for number, word in enumerate(("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"), 1)
} | {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_A_DAY_IN_JULY = re.compile(r"(?<!ngày )(?<![\w/.])24/7(?![\d/])")  # in other texts it means *always*
_DOTTED = re.compile(r"(?<![\d.,])(\d{1,2})\.(\d{1,2})(?!\d|\.\d)")


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days from the conference: negative before its first day, positive after its last."""

    days: int


def relative(text: str) -> Offset | None:
    """What a deadline's phrase counts from the conference, or None where it does not."""
    folded = squeeze(folded_in_place(text))
    for pattern in (*_RELATIVE, _RELATIVE_ENGLISH):
        if found := pattern.search(folded):
            number = _NUMBERS.get(found["count"]) or int(found["count"])
            days = number * 7 if found["unit"] in ("tuan", "week") else number
            return Offset(-days if found["side"] in ("truoc", "before") else days)
    return None


def from_conference(text: str | None, first: date | None, last: date | None) -> datetime | None:
    """The instant a relative phrase means (local), or None where it is not relative or the days are not known."""
    offset = None if text is None else relative(text)
    anchor = first if offset is None or offset.days < 0 else last or first
    if offset is None or anchor is None:
        return None
    return datetime.combine(anchor + timedelta(days=offset.days), END_OF_DAY)


_EVERY = re.compile(r"(?<!\w)(?:hang|hag|moi)\s+(?P<every>ngay|tuan|thang)(?!\w)")
_DAY_OF_MONTH = re.compile(r"(?<!\w)ngay\s+(?P<day>\d{1,2})(?!\w)")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Every day, on a weekday (0 is Monday) of every week, or on a day of every month, at a clock time."""

    every: str
    clock: time
    day: int = 0

    def next_after(self, now: datetime) -> datetime:
        """The first time after this local one; a day that a month does not have is its last."""
        moment = datetime.combine(now.date(), self.clock)
        while moment <= now or not self._falls_on(moment.date()):
            moment += timedelta(days=1)
        return moment

    def _falls_on(self, day: date) -> bool:
        if self.every == "week":
            return day.weekday() == self.day
        last = (day + timedelta(days=1)).day == 1
        return self.every == "day" or day.day == self.day or (last and day.day < self.day)


def recurring(text: str | None) -> Recurrence | None:
    """A deadline that comes again and again ("16h00 thứ Sáu hằng tuần"), or None."""
    folded = squeeze(folded_in_place(text or ""))
    found = _EVERY.search(folded)
    if text is None or found is None:
        return None
    clocks, weekdays = find_clocks(text), find_weekdays(text)
    clock = clocks[0].clock if clocks else END_OF_DAY
    match found["every"]:
        case "ngay":
            return Recurrence("day", clock)
        case "tuan":
            return Recurrence("week", clock, weekdays[0].weekday if weekdays else 4)
        case _:
            day = _DAY_OF_MONTH.search(folded)
            return Recurrence("month", clock, min(int(day["day"]), 31) if day else 31)


def dated(text: str) -> str:
    """The text as it is read where a date is meant: 24/7 is a day in July, and so is 24.7."""
    return _A_DAY_IN_JULY.sub("ngày 24/7", _DOTTED.sub(r"\1/\2", nfc(text)))


def typed(text: str, now: datetime, days: Sequence[date]) -> datetime:
    """The deadline that somebody typed (local), as Vietnamese write it; refuses what is no date or cannot be one.

    `days` are the conference's days: phrases may count from them. Without a clock time it is the end of the day. A
    date without a year is the next one that comes.
    """
    text = dated(text)
    _check_real(text)
    counted = from_conference(text, min(days, default=None), max(days, default=None))
    if counted is not None:
        return counted
    if relative(text) is not None:
        raise Refusal("deadline_needs_conference")
    year = _year(text, now.date())
    if conflicts := find_conflicts(text, default_year=year):
        raise Refusal("deadline_weekday", day=conflicts[0].day)
    return _moment(text, find_when(text, default_year=year), now.replace(tzinfo=None))


def _check_real(text: str) -> None:
    """Refuses a day or an hour that no calendar and no clock has."""
    if impossible := find_impossible(text):
        raise Refusal("deadline_impossible", text=text[impossible[0].at : impossible[0].to])
    if hour := _NO_HOUR.search(text):
        raise Refusal("deadline_impossible", text=hour[0])


def _moment(text: str, found: WhenFound, now: datetime) -> datetime:
    """The instant that the words mean, seen from now."""
    clock = found.clock or rough_clock(text, found.part)
    rough = None if isinstance(found.day, Days) else rough_day(text, now.date())
    if rough is None and found.day is None and names_today(text):
        rough = now.date()
    if rough is not None:
        return datetime.combine(rough, clock or END_OF_DAY)
    meant = None if found.day is None else resolve(found.day, now.date(), ())
    if meant is None and clock is not None and _HOUR_ALONE.fullmatch(folded_in_place(text).strip(" .")):
        today = datetime.combine(now.date(), clock)
        return today if today > now else today + timedelta(days=1)
    if meant is None:
        raise Refusal("deadline_unclear")
    moment = datetime.combine(meant.last, clock or END_OF_DAY)
    gone = isinstance(found.day, Weekday) and found.day.weeks is None and moment <= now
    return moment + timedelta(weeks=1) if gone else moment


_NO_HOUR = re.compile(r"\b(?:2[5-9]|[3-9]\d) ?(?:h|giờ)(?= (?:ngày|thứ|hôm|mai)\b)", re.IGNORECASE)
_HOUR_ALONE = re.compile(
    r"(?:(?:luc|vao|truoc|truoc luc) )?\d{1,2} ?(?:h|g|:|gio) ?(?:\d{1,2})?(?: ?(?:p|ph|phut))?"
    r"|(?:(?:trong|vao|truoc) )?(?:buoi )?(?:sang|trua|chieu|toi)"
)
"""An hour or a part of the day and nothing else: the next time the clock shows it."""


def _year(text: str, today: date) -> int:
    """The year of a date typed without one: this year, or the next where that day is more than half a year gone."""
    found = find_when(text, default_year=today.year).day
    long_gone = isinstance(found, Days) and found.last < today - timedelta(days=183)
    return today.year + 1 if long_gone else today.year
