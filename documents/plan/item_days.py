"""The day that an item tells beside its hour: "8h00 ngày 20/5: …", "sáng thứ Bảy, ngày 08/11, bắt đầu lúc 6h30"."""

import re
from datetime import date

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
