"""Lines that name a day or an hour and nothing else, however marked: "- Thứ Ba, ngày 20/8:", "NGÀY THỨ HAI (21/8)"."""

import re

from domain.dates import find_clocks, find_dates

HALF_NAME = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)"
"""What a half of the day is called."""

_LONGEST = 80  # characters
_DAY_WORDS = re.compile(
    r"(?:[\s,:;().*–-]|buổi|sáng|trưa|chiều|tối|cả ngày|ngày (?:thứ )?(?:nhất|hai|ba|tư|năm|\d)\b|ngày đầu(?: tiên)?"
    r"|ngày cuối(?: cùng)?|ngày|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|t[2-7]|chủ nhật|cn|day (?:\d|one|two|three)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)*",
    re.IGNORECASE,
)

_NAMES_DAY = re.compile(
    r"\b(?:ngày (?:thứ )?(?:nhất|hai|ba|tư|năm|\d)|ngày (?:đầu|cuối)|thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|cn"
    r"|day (?:\d|one|two|three)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:[-+*•–]\s*)?(?:buổi )?(?:sáng|trưa|chiều|tối)\s*[:.]?", re.IGNORECASE)


def is_day_alone(text: str) -> bool:
    """Whether a line holds one date with its weekday or its half of the day, or a day's number or name, and no more.

    What is done on the day may stand behind it in brackets.
    """
    text = _DONE.sub("", text.strip())
    if len(text) > _LONGEST:
        return False
    dates = find_dates(text, 2000)
    if not dates:
        return _DAY_WORDS.fullmatch(text) is not None and _NAMES_DAY.search(text) is not None
    if len(dates) != 1 or len(dates[0].days) != 1:
        return False
    return _DAY_WORDS.fullmatch(f"{text[: dates[0].at]} {text[dates[0].to :]}") is not None


_DONE = re.compile(r"\s*\([^()\d]{3,60}\)(?=\s*:?$)")
"""What is done on a day: "Ngày thứ hai: Thứ Năm, ngày 27/3/2025 (khảo sát thực tế)"."""


_CALLED = re.compile(
    r"(?P<day>[^–—]{4,60}?)(?:\s*[–—]\s*|\s+-\s+|\s*:\s+(?=(?:ngày|lễ)\s))(?P<name>[^–—:;.\d]{3,60}?)\s*:?",
    re.IGNORECASE,
)


def is_day_called(text: str) -> bool:
    """Whether a line holds a day and what it is called: "Thứ Sáu 12/6/2026 – Lễ Thánh Tâm:", "Ngày 2 - Khảo sát"."""
    told = _CALLED.fullmatch(text.strip()) if len(text) <= _LONGEST + 40 else None
    return told is not None and is_day_alone(told["day"]) and not is_half_alone(told["day"])


def is_half_alone(text: str) -> bool:
    """Whether a line holds a half of the day and no more: "Buổi chiều:", "+ SÁNG"."""
    return _HALF.fullmatch(text.strip()) is not None


def is_day_or_half(text: str) -> bool:
    """Whether a line holds a day or a half of one and no more."""
    return is_half_alone(text) or is_day_alone(text)


_LONGEST_CLOCK = 60  # "từ 8 giờ 00 phút sáng đến 11 giờ 30 phút trưa" and to spare
_DAY_BEHIND = re.compile(r"\s*\(\d{1,2}/\d{1,2}(?:/\d{4})?\)$")


def is_clock_alone(text: str) -> bool:
    """Whether a line is nothing but a time or a range: a table with one cell a line."""
    if len(text) > _LONGEST_CLOCK:
        return False
    text = _DAY_BEHIND.sub("", text) if text.endswith(")") else text
    clocks = find_clocks(text)
    return len(clocks) == 1 and len(text) - (clocks[0].to - clocks[0].at) <= 3
