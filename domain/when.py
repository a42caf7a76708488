"""Which day people mean: "chiều mai", "thứ 6", "ngày kia", "tuần sau". Found without a clock, resolved with one.

Finding depends on the text alone, so what was understood can be kept; only `resolve` is told what day it is. Built on
the absolute grammar of `domain.dates`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from typing import assert_never

from domain.dates import DayPart, PartSpan, find_clocks, find_dates, find_parts, find_weekdays
from domain.vietnamese import fold, nfc


@dataclass(frozen=True, slots=True)
class Days:
    """Days that the text names outright; a range is spelt out by its two ends."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days from today: 0 today, 1 tomorrow, -1 yesterday."""

    days: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (0 is Monday); `weeks` 1 means the one of next week, None leaves it open.

    `nth` is set where the words may also mean the n-th day of the conference ("ngày thứ hai").
    """

    weekday: int
    weeks: int | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """A whole week, counted from this one; `weekend` keeps only its Saturday and Sunday."""

    weeks: int
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """ "ngày 27": the day's number only. It may also be the n-th day of the conference."""

    number: int


@dataclass(frozen=True, slots=True)
class NthDay:
    """The n-th day of the conference, from 1; -1 is the last."""

    number: int


DayReference = Days | Offset | Weekday | Week | DayOfMonth | NthDay


@dataclass(frozen=True, slots=True)
class WhenFound:
    """What a text says about time, and the spans of it that say so."""

    day: DayReference | None = None
    part: DayPart | None = None
    clock: time | None = None
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def empty(self) -> bool:
        return self.day is None and self.part is None and self.clock is None


@dataclass(frozen=True, slots=True)
class DayRange:
    """Days from first to last, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def folded_in_place(text: str) -> str:
    """The text folded character by character, so that positions stay those of the text."""
    return "".join(map(_folded_character, nfc(text)))


@lru_cache(maxsize=2_000)
def _folded_character(character: str) -> str:
    return (fold(character) or " ")[0]


_NEXT_WEEK = r"(?:tuan (?:sau|toi)|next week)"
_RELATIVE: tuple[tuple[str, DayReference], ...] = (
    (r"hom nay|bua nay|ngay nay|today|tonight|this (?:morning|afternoon|evening)", Offset(0)),
    (r"(?<=sang )nay|(?<=trua )nay|(?<=chieu )nay|(?<=toi )nay|(?<=dem )nay", Offset(0)),
    (r"ngay mai|tomorrow", Offset(1)),
    (r"(?<=sang )mai|(?<=trua )mai|(?<=chieu )mai|(?<=toi )mai|(?<=dem )mai", Offset(1)),
    (r"ngay kia|ngay mot|the day after tomorrow|day after tomorrow|(?:sang|trua|chieu|toi) (?:mot|kia)", Offset(2)),
    (r"hom kia", Offset(-2)),
    (r"hom qua|ngay hom qua|yesterday|(?<=chieu )qua|(?<=toi )qua", Offset(-1)),
    (r"cuoi tuan nay|cuoi tuan|this weekend", Week(0, weekend=True)),
    (r"tuan nay|this week", Week(0)),
    (_NEXT_WEEK, Week(1)),
    (r"(?:ngay|hom|bua) dau(?: tien)?(?! (?:tuan|thang|nam))|ngay thu nhat|(?:the )?first day|day one", NthDay(1)),
    (
        r"(?:ngay|hom|bua|buoi) (?:cuoi cung|cuoi|sau cung|chot(?! (?:danh|so|ds|lai)))|(?:the )?(?:last|final) day",
        NthDay(-1),
    ),
    (r"(?:the )?second day|day two", NthDay(2)),
    (r"(?:the )?third day|day three", NthDay(3)),
)
_RELATIVES = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), reference) for pattern, reference in _RELATIVE)
_BARE_TOMORROW = re.compile(r"(?:^|(?<=\s))mai(?=\s|$|[?,.!])")
_NOT_TOMORROW = re.compile(r"(?:ba|co|chi|thi|khai|thuong|dong chi|ms|ngoc|quynh|tuyet) $")
_NUMBERED_DAY = re.compile(
    r"(?<!\w)(?:(?:ngay|hom|mung|mong|day)(?: thu)?|(?<!buoi )(?:sang|trua|chieu|toi)(?= [1-3]\d\b)) (\d{1,2})"
    r"(?![\d/.:]|\w|\s?(?:/|thang|gio|h\b|phut|nguoi|dai bieu|don vi))"
    r"|(?<!\w)(?:the |on )(\d{1,2})(?:st|nd|rd|th)(?!\w)"
    r"(?! (?:anniversary|congress|conference|session|item|part|group|floor|time|topic|panel|paper|talk|century|grade))"
)


_HOW_MANY = re.compile(
    r"(?<=\d )may(?= (?:gi[oờ]|h|ph[uú]t|ng[aà]y|ng[uư][oờ]i|đ?d?[aạ]i|đ?d?[oơ]n|m[uụ]c|bu[oổ]i)(?!\w))", re.IGNORECASE
)
"""The "mấy" of "phien 3 may gio", which is no month of May."""


def find_when(text: str, default_year: int | None = None) -> WhenFound:
    """The day, part of the day and clock time that a question names; text in any case, with or without diacritics."""
    text = _HOW_MANY.sub("mấy", nfc(text))
    folded = folded_in_place(text)
    spans: list[tuple[int, int]] = []
    day = _find_day(text, folded, default_year, spans)
    parts = [part for part in find_parts(text) if _is_part(folded, part.at, part.to)] or _accentless_parts(folded, text)
    parts = [part for part in parts if not _MOVED.search(folded[: part.at])]
    clocks = find_clocks(text)
    spans += [(part.at, part.to) for part in parts] + [(clock.at, clock.to) for clock in clocks]
    return WhenFound(
        day, parts[0].part if parts else None, clocks[0].clock if clocks else None, tuple(sorted(set(spans)))
    )


def _find_day(text: str, folded: str, default_year: int | None, spans: list[tuple[int, int]]) -> DayReference | None:
    dates = find_dates(text, default_year)
    if dates:
        spans += [(span.at, span.to) for span in dates] + [(span.at, span.to) for span in find_weekdays(text)]
        return Days(dates[0].first, dates[0].last)
    for pattern, reference in _RELATIVES:
        if (found := pattern.search(folded)) is not None and not isinstance(reference, Week):
            spans.append(found.span())
            return reference
    if (numbered := _NUMBERED_DAY.search(folded)) is not None:
        bare = numbered[1] is not None and folded[numbered.start()] in "sct"
        spans.append(numbered.span(1) if bare else numbered.span())
        return DayOfMonth(int(numbered[1] or numbered[2]))
    if weekdays := [each for each in find_weekdays(text) if not _ORDINAL.search(folded[: each.at])]:
        spans.append((weekdays[0].at, weekdays[0].to))
        following = re.search(_NEXT_WEEK, folded)
        if following:
            spans.append(following.span())
        nth = weekdays[0].weekday + 2 if folded[: weekdays[0].at].endswith("ngay ") else None
        return Weekday(weekdays[0].weekday, 1 if following else None, nth)
    for pattern, reference in _RELATIVES:
        if isinstance(reference, Week) and (found := pattern.search(folded)) is not None:
            spans.append(found.span())
            return reference
    return _bare_tomorrow(text, folded, spans)


def _bare_tomorrow(text: str, folded: str, spans: list[tuple[int, int]]) -> DayReference | None:
    """ "mai" alone means tomorrow, unless it is somebody's name."""
    found = _BARE_TOMORROW.search(folded)
    if (
        found is None
        or (text[found.start()] == "M" and found.start() > 0)
        or _NOT_TOMORROW.search(folded[: found.start()])
    ):
        return None
    spans.append(found.span())
    return Offset(1)


_ACCENTLESS_PART = re.compile(
    r"(?<!\w)(?:buoi )?(?:(?P<morning>sang)|(?P<noon>trua)|(?P<afternoon>chieu)|(?P<evening>toi|dem))(?!\w)"
    r"(?:(?<=buoi ....)|(?<=buoi .....)|(?<=buoi ...)"
    r"|(?<!toi)(?= may gio)"
    r"|(?= (?:mai|nay|kia|mot|qua|thu|t[2-8]\b|ngay|hom|chu nhat|cn\b|\d|co gi|co nhung|co hoat|lam gi)))"
)


def _accentless_parts(folded: str, text: str) -> list[PartSpan]:
    """Parts of the day typed without their marks; "tới" with its own marks is another word."""
    return [
        PartSpan(m.start(), m.end(), DayPart(m.lastgroup or ""))
        for m in _ACCENTLESS_PART.finditer(folded)
        if _is_part(folded, m.start(), m.end()) and text[m.start() : m.end()].casefold() == m.group()
    ]


_MOVED = re.compile(r"\b(?:doi|chuyen|lui|hoan|day|keo|qua|buoc) $")
""" "Dời sang ngày nào": to another day, not in the morning."""

_ORDINAL = re.compile(
    r"(?:muc|phan|phien|bai|buoi|noi dung|chuyen de|tiet muc|lan|nhiem ky) $"
    r"|\b(?:phien|bai|chuyen de|tham luan|bao cao) (?!hop|sang|chieu|toi|ngay|vao|hom)\w+ "
    r"(?!hop|sang|chieu|toi|ngay|vao|hom|dien)(?:\w+ )?$"
)
"""What is counted rather than dated: "phiên thứ ba" is the third."""

_MEALS = re.compile(r"(?:an|com|bua|tiec|(?<!hoi )(?<!de )nghi) $")


_NIGHTS = re.compile(r"(?:\b(?:\d+|mot|moi|may|nhieu|hai|ba|qua)|/) ?$")
"""Nights that are counted or paid for: "bao nhiêu một đêm"."""


def _is_part(folded: str, at: int, to: int) -> bool:
    """ "ăn trưa" and "nghỉ trưa" are things that happen, not times of day; nor is "một đêm" one."""
    if folded[at:to] == "dem" and _NIGHTS.search(folded[:at]):
        return False
    return _MEALS.search(folded[:at]) is None or re.match(r" (?:nay|mai)", folded[to:]) is not None


def resolve(reference: DayReference, today: date | None, known: Iterable[date]) -> DayRange | None:
    """The days meant, or None when that cannot be told.

    `known` are the conference's days: a weekday or a day's number means the one among them where it can; `today` None
    leaves words that hang on the present day unresolved.
    """
    days = sorted(set(known))
    match reference:
        case Days(first, last):
            return DayRange(first, last)
        case Offset(number):
            return _single(today + timedelta(days=number)) if today else None
        case Weekday():
            return _resolve_weekday(reference, today, days)
        case Week(weeks, weekend):
            return _resolve_week(weeks, weekend, today)
        case DayOfMonth(number):
            return _resolve_number(number, today, days)
        case NthDay(number):
            index = number - 1 if number > 0 else number
            return _single(days[index]) if -len(days) <= index < len(days) else None
        case _:
            assert_never(reference)


def _single(day: date | None) -> DayRange | None:
    return None if day is None else DayRange(day, day)


def _resolve_weekday(reference: Weekday, today: date | None, days: list[date]) -> DayRange | None:
    if reference.weeks is not None and today is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=reference.weeks)
        return _single(monday + timedelta(days=reference.weekday))
    among = [day for day in days if day.weekday() == reference.weekday]
    coming = [day for day in among if today is None or day >= today]
    counted = days[reference.nth - 1] if reference.nth is not None and reference.nth <= len(days) else None
    if among:
        named = coming[0] if coming else among[-1]
        return DayRange(min(named, counted or named), max(named, counted or named))  # "ngày thứ hai" may be either
    if counted is not None:
        return _single(counted)
    if today is None:
        return None
    return _single(today + timedelta(days=(reference.weekday - today.weekday()) % 7))


def _resolve_week(weeks: int, weekend: bool, today: date | None) -> DayRange | None:
    if today is None:
        return None
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    return DayRange(monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6))


def _resolve_number(number: int, today: date | None, days: list[date]) -> DayRange | None:
    among = [day for day in days if day.day == number]
    if among:
        return _single(among[0])
    if 1 <= number <= len(days):
        return _single(days[number - 1])
    anchor = days[0] if days else today
    if anchor is None:
        return None
    try:
        return _single(anchor.replace(day=number))
    except ValueError:
        return None
