"""The days of the week as people write them: "thứ Hai", "T2", "chủ nhật", "Monday"."""

import re
from dataclasses import dataclass

DAY_WORD = re.compile(r"(?:ngày|ngay)\s+$", re.IGNORECASE)
WEEKDAY_WORD = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?"


@dataclass(frozen=True, slots=True)
class WeekdaySpan:
    """A weekday; 0 is Monday, as in `date.weekday()`."""

    at: int
    to: int
    weekday: int


_WEEKDAYS = (
    (0, r"hai|2|ii"),
    (1, r"ba|3"),
    (2, r"tư|tu|4"),
    (3, r"năm|nam|5"),
    (4, r"sáu|sau|6"),
    (5, r"bảy|bẩy|bay|7"),
)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?P<ordinal>lần|phiên|khóa|khoá|kỳ|đợt|người|cấp|hội nghị|phần)\s+)?(?:th[ứu]\s*(?:"
    + "|".join(rf"(?P<w{number}>{names})" for number, names in _WEEKDAYS)
    + r")|t(?P<t>[2-7])|(?P<sunday>ch[ủúu] nh[ậa]t|cn(?=\s*(?:,|\(|\)|$|ngày|\d|này|tới|sau|tuần)))"
    r"|(?P<english>mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)",
    re.IGNORECASE,
)
_ENGLISH_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def _weekday_of(m: re.Match[str]) -> int:
    if m["sunday"]:
        return 6
    if m["english"]:
        return _ENGLISH_DAYS.index(m["english"].lower())
    return int(m["t"]) - 2 if m["t"] else next(number for number, _ in _WEEKDAYS if m[f"w{number}"])


def _is_day_number(text: str, m: re.Match[str]) -> bool:
    """Whether "ngày thứ hai (05/7)" counts days: in lower case, and the date or the content follows."""
    counted = DAY_WORD.search(text, max(0, m.start() - 6), m.start()) and re.match(
        r"\s*[(:]", text[m.end() : m.end() + 3]
    )
    return bool(counted) and m.group()[-1].islower() and m.group().rpartition(" ")[2][:1].islower()


def find_weekdays(text: str) -> tuple[WeekdaySpan, ...]:
    """Weekdays: thứ Hai, thứ 2, T2, chủ nhật, CN, Monday. An ordinal ("lần thứ hai") is none."""
    return tuple(
        WeekdaySpan(m.start(), m.end(), _weekday_of(m))
        for m in _WEEKDAY.finditer(text)
        if m["ordinal"] is None and not _is_day_number(text, m)
    )
