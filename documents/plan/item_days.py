"""The day that an item tells beside its hour: "8h00 ngày 20/5: …", "sáng thứ Bảy, ngày 08/11, bắt đầu lúc 6h30"."""

import re
from datetime import date, timedelta

from domain.dates import ClockSpan, find_dates

_WEEKDAY = r"(?:thứ\s+\w+|chủ nhật|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_BEFORE_DATE = rf"(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)(?:\s+ngày)?[\s,]+)?(?:{_WEEKDAY}[\s,(]*)?(?:ngày\s*|on\s+)?"
_DAY_BEHIND = re.compile(rf"[\s,(]*{_BEFORE_DATE}", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"(?:^|[\s,(])(?:(?:vào|từ|on)\s+)?{_BEFORE_DATE}$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"[\s,;)]*(?:(?:bắt đầu|khai mạc|diễn ra|tổ chức|xuất phát|từ|lúc|vào|vào lúc|khoảng|at|from)\s+)*", re.IGNORECASE
)
_SAME_DAY = re.compile(r"[\s,(]*cùng ngày\b\)?", re.IGNORECASE)
_ITS_WEEKDAY = re.compile(rf"\s*\(\s*{_WEEKDAY}\s*\)|\)", re.IGNORECASE)
_FARTHEST = 40  # characters between an hour and its date


def leading_day(rest: str, year: int | None) -> tuple[date | None, str]:
    """A date that follows the time directly, and the words behind it: "8h00 ngày 20/5 (thứ Ba): Khai mạc"."""
    if same := _SAME_DAY.match(rest):
        return None, rest[same.end() :].lstrip(" ")
    found = find_dates(rest[:_FARTHEST], year)
    if not found or len(found[0].days) != 1 or not _DAY_BEHIND.fullmatch(rest, 0, found[0].at):
        return None, rest
    weekday = _ITS_WEEKDAY.match(rest, found[0].to)
    return found[0].first, rest[weekday.end() if weekday else found[0].to :].lstrip(" ")


def day_beside(text: str, clock: ClockSpan, year: int | None) -> tuple[date | None, str]:
    """The date right behind the hour in the midst of a line, or right before it, and the line without that date."""
    day, rest = leading_day(text[clock.to :], year)
    if day is not None or rest != text[clock.to :]:
        tied = rest if not rest or rest[0] in ",;.:)" else f" {rest}"
        return day, text[: clock.to] + tied
    before = [span for span in find_dates(text[: clock.at], year) if len(span.days) == 1]
    if not before or not _BETWEEN.fullmatch(text, before[-1].to, clock.at):
        return None, text
    opens = _DAY_BEFORE.search(text, 0, before[-1].at)
    if opens is None or not text[: opens.start()].strip():
        return None, text
    return before[-1].first, f"{text[: opens.start()].rstrip(' ,(')} lúc {text[clock.at :]}"


def day_behind_colon(text: str, year: int | None) -> date | None:
    """The first day of an item without an hour that is told right behind its name: "Hội trại: từ 18/4 đến 19/4"."""
    name, colon, told = text.partition(": ")
    found = find_dates(told[:_FARTHEST], year) if colon else ()
    return found[0].first if found and _DAY_FIRST.fullmatch(told, 0, found[0].at) and name.strip() else None


_DAY_FIRST = re.compile(rf"(?:(?:từ|vào|cả|các|hai|ba|trong|on|from)\s+)*{_BEFORE_DATE}", re.IGNORECASE)
_SEVERAL_BEFORE = re.compile(
    r"(?:(?:^|(?<=[\s,(]))(?:(?:vào|trong|từ|on)\s+)?(?P<each>(?:(?:cả|các|những|mỗi|hai|ba|bốn|\d)\s+)?(?:buổi\s+)?"
    r"(?:ngày|sáng|chiều|tối|đêm)\s+)?(?:ngày\s+)?)$",
    re.IGNORECASE,
)
_EVERY_DAY = re.compile(r"\b(?:các|mỗi|cả|hằng|hàng|từng|every|daily)\b", re.IGNORECASE)
_MOST = 7  # days of an item that is held on each of them


def on_each_day(text: str, clock: ClockSpan, year: int | None) -> list[str]:
    """The line once for each of the days that stand beside its hour: "Chiếu phim: 19h30 các tối 18, 19/4".

    A range is told day by day where the line says that it is held on each; else it lasts from the first to the last.
    """
    spans = [span for span in find_dates(text, year) if len(span.days) > 1]
    if len(spans) != 1 or len(find_dates(text, year)) != 1:
        return []
    span = spans[0]
    opens = _SEVERAL_BEFORE.search(text, 0, span.at)
    begins = opens.start() if opens else span.at
    if clock.to <= begins:
        beside, begins = _FREQUENT.fullmatch(text, clock.to, begins), clock.to
    else:
        beside = _BETWEEN.fullmatch(text, span.to, clock.at)
    if beside is None or (span.is_range and not _EVERY_DAY.search(text)):
        return []
    last = (span.last - span.first).days if span.is_range else 0
    days = [span.first + timedelta(days=n) for n in range(last + 1)] if last else list(span.days)
    if len(days) > _MOST:
        return []
    return [f"{text[:begins].rstrip()} ngày {day.day}/{day.month}/{day.year}{text[span.to :]}" for day in days]


_FREQUENT = re.compile(r"[\s,(]*(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tối|sáng|chiều)[\s,]*)?", re.IGNORECASE)
