"""Dates, times and numbers as people read them, in each language: pure functions, known to templates as filters."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

_DAYS_VI = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_SHORT_DAYS_VI = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def clock(value: time | datetime) -> str:
    """14:00, in both languages."""
    return f"{value:%H:%M}"


def clocks(start: time | None, end: time | None = None) -> str:
    """14:00, or 14:00–15:30 when the end is known; empty when there is no start."""
    if start is None:
        return ""
    return clock(start) if end is None or end == start else f"{clock(start)}–{clock(end)}"


def number_vi(value: float) -> str:
    """1.200 and 2,5: the dot for thousands, the comma for decimals."""
    return f"{value:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def number_en(value: float) -> str:
    """1,200 and 2.5."""
    return f"{value:,}"


def day_vi(value: date) -> str:
    """Thứ Năm, 27/7/2023."""
    return f"{_DAYS_VI[value.weekday()]}, {value.day}/{value.month}/{value.year}"


def day_en(value: date) -> str:
    """Thursday, 27 July 2023."""
    return f"{_DAYS_EN[value.weekday()]}, {value.day} {_MONTHS_EN[value.month - 1]} {value.year}"


def day_short_vi(value: date) -> str:
    """T5 27/7."""
    return f"{_SHORT_DAYS_VI[value.weekday()]} {value.day}/{value.month}"


def day_short_en(value: date) -> str:
    """Thu 27 Jul."""
    return f"{_DAYS_EN[value.weekday()][:3]} {value.day} {_MONTHS_EN[value.month - 1][:3]}"


def day_plain_vi(value: date) -> str:
    """Thứ Năm 27/7."""
    return f"{_DAYS_VI[value.weekday()]} {value.day}/{value.month}"


def day_plain_en(value: date) -> str:
    """Thursday 27 July."""
    return f"{_DAYS_EN[value.weekday()]} {value.day} {_MONTHS_EN[value.month - 1]}"


def date_vi(value: date) -> str:
    """27/7/2023."""
    return f"{value.day}/{value.month}/{value.year}"


def date_en(value: date) -> str:
    """27 July 2023."""
    return f"{value.day} {_MONTHS_EN[value.month - 1]} {value.year}"


def days_vi(first: date, last: date | None = None) -> str:
    """27/7/2023, or 26/7 - 28/7/2023 for several days."""
    if last is None or last == first:
        return day_vi(first)
    left = f"{first.day}/{first.month}" + (f"/{first.year}" if first.year != last.year else "")
    return f"{left} - {date_vi(last)}"


def days_en(first: date, last: date | None = None) -> str:
    """Thursday, 27 July 2023, or 26 July - 28 July 2023 for several days."""
    if last is None or last == first:
        return day_en(first)
    left = f"{first.day} {_MONTHS_EN[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{left} - {date_en(last)}"


def instant_vi(value: datetime) -> str:
    """14:00 Thứ Năm, 27/7/2023; the end of a day is the day alone."""
    return day_vi(value) if is_whole_day(value) else f"{clock(value)} {day_vi(value)}"


def instant_en(value: datetime) -> str:
    """14:00, Thursday, 27 July 2023; the end of a day is the day alone."""
    return day_en(value) if is_whole_day(value) else f"{clock(value)}, {day_en(value)}"


def is_whole_day(value: datetime) -> bool:
    """Whether an instant stands for a day: its last minute (how deadlines without an hour are kept)."""
    return (value.hour, value.minute) in ((23, 59), (0, 0))


def month_vi(value: str) -> str:
    """ "2023-07" as tháng 7/2023."""
    year, month = value.split("-")
    return f"tháng {int(month)}/{year}"


def month_en(value: str) -> str:
    """ "2023-07" as July 2023."""
    year, month = value.split("-")
    return f"{_MONTHS_EN[int(month) - 1]} {year}"


def _parts(minutes: int) -> tuple[int, int, int]:
    days, rest = divmod(abs(minutes), 24 * 60)
    hours, left = divmod(rest, 60)
    return days, hours, left


def minutes_vi(minutes: int) -> str:
    """2 ngày 3 giờ, 1 giờ 15 phút, 45 phút. Minutes are dropped beside days."""
    days, hours, left = _parts(minutes)
    pieces = [
        f"{days} ngày" if days else "",
        f"{hours} giờ" if hours else "",
        f"{left} phút" if left and not days else "",
    ]
    return " ".join(piece for piece in pieces if piece) or "0 phút"


def minutes_en(minutes: int) -> str:
    """2 days 3 hours, 1 hour 15 minutes, 45 minutes."""
    days, hours, left = _parts(minutes)
    counted = ((days, "day"), (hours, "hour"), (0 if days else left, "minute"))
    pieces = [f"{count} {name}{'' if count == 1 else 's'}" for count, name in counted if count]
    return " ".join(pieces) or "0 minutes"


def clip(text: str, length: int = 160) -> str:
    """The text, or its beginning up to a word border with an ellipsis."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def first_upper(text: str) -> str:
    """The text with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


_SHARED: dict[str, Callable[..., Any]] = {
    "clock": clock,
    "clocks": clocks,
    "clip": clip,
    "first_upper": first_upper,
    "whole_day": is_whole_day,
}

FILTERS: dict[str, dict[str, Callable[..., Any]]] = {
    "vi": {
        **_SHARED,
        "day": day_vi,
        "day_short": day_short_vi,
        "day_plain": day_plain_vi,
        "date": date_vi,
        "days": days_vi,
        "instant": instant_vi,
        "month": month_vi,
        "minutes": minutes_vi,
        "number": number_vi,
    },
    "en": {
        **_SHARED,
        "day": day_en,
        "day_short": day_short_en,
        "day_plain": day_plain_en,
        "date": date_en,
        "days": days_en,
        "instant": instant_en,
        "month": month_en,
        "minutes": minutes_en,
        "number": number_en,
    },
}
"""The filters of each language, with the same names."""
