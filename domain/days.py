"""Days and months named by their numbers: "27/7/2023", "24, 25 và 26 tháng 8", "July 28", "tháng 7/2023".

Text is expected in composed form (`domain.vietnamese.nfc`). Nothing here raises; spans come in reading order.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from domain.clocks import ImpossibleSpan, any_digit
from domain.lunar import lunar
from domain.memorials import names_place
from domain.weekdays import DAY_WORD, WEEKDAY_WORD

_ALPHA = r"[^\W\d_]"
DASH = r"[-–—−]"
_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day, several named days, or a range: `days` holds each named day (only both ends of a range), rising."""

    at: int
    to: int
    days: tuple[date, ...]
    is_range: bool = False

    @property
    def first(self) -> date:
        return self.days[0]

    @property
    def last(self) -> date:
        return self.days[-1]


@dataclass(frozen=True, slots=True)
class MonthSpan:
    """A month that is no part of a full date; `year` is None when the text names none."""

    at: int
    to: int
    month: int
    year: int | None


_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_VIETNAMESE_MONTHS = {
    name: number
    for number, names in enumerate(
        ("giêng|một", "hai", "ba", "tư", "năm", "sáu", "bảy|bẩy", "tám", "chín", "mười", "mười một", "mười hai|chạp"), 1
    )
    for name in names.split("|")
}
_TILL = r"(?:hết\s+)?(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s+)?"
_MORE = rf"(?:(?:\s*(?:,|;|và|va|and|&|{DASH}|đến|to)\s*{_TILL}(?:ngày\s+)?\d{{1,2}})(?![\dhg:]))*"
_NOT_BEFORE = r"(?<![\w/.,])(?<!\d:)"  # nor the minutes of "9:00, 12 May 2026"
_DAYS = rf"(?P<days>\d{{1,2}}{_MORE})"
_DATE = re.compile(
    rf"{_NOT_BEFORE}(?:"
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)"
    rf"|{_DAYS}(?:"
    rf"\s?/\s?(?P<m1>\d{{1,2}})(?:\s?/\s?(?P<y1>\d{{4}}|\d{{2}}))?(?![\d/]|\s?/\s?\w|-?[A-ZĐ]{{2,}})"
    rf"|(?P<sep>[.-])(?P<m2>\d{{1,2}})(?P=sep)(?P<y2>\d{{4}})(?!\d)"
    rf"|(?<=ngày \d\d)-(?P<m6>0?[1-9]|1[0-2])(?!\d|\s*(?:[/-]|tháng|đến|và|,))"
    rf"|\s*(?:tháng|thang|thg)\s*(?P<m3>\d{{1,2}}|(?:mười\s+)?{_ALPHA}+)(?:\s*(?:,?\s*(?:năm|nam)\s*"
    rf"|[/-]\s?|,\s?)(?P<y3>\d{{4}}))?(?!\d)"
    rf"|(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m4>{_MONTH_NAME})(?:,?\s+(?P<y4>\d{{4}}))?(?!\w)"
    rf")"
    rf"|(?P<m5>{_MONTH_NAME})\s+(?P<days5>\d{{1,2}}(?:st|nd|rd|th)?(?:\s*{DASH}\s*\d{{1,2}})?)(?:,?\s+(?P<y5>\d{{4}}))(?!\d)"
    rf")",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r".*\b(?:ngày|sáng|trưa|chiều|tối)\s+", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:thứ|thu)\s+$", re.IGNORECASE)
_WEEKDAY_NUMBER = re.compile(rf"[2-7]\s*(?:,|{DASH})\s*(?:ngày\s+)?(?=\d)", re.IGNORECASE)  # "thứ 7, 24/01"
_COUNTED = re.compile(
    r"(?<!\w)(?:day|session|round|part|đợt|phiên|buổi|vòng|lớp|khóa|khoá|ca)\s+$", re.IGNORECASE
)  # "Day 1, 9 September": the first day, which is the 9th
_COUNT = re.compile(rf"\d{{1,2}}\s*(?:,|{DASH})\s*(?:ngày\s+)?(?=\d)", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"(?:ngày|ngay|sáng|sang|trưa|trua|chiều|chieu|tối|toi)\s+$", re.IGNORECASE)
_FRACTION_OF = re.compile(r"\s*(?:ngày|buổi|giờ|tháng|năm|phiên|số|tổng)(?!\w)", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"[\s,(]*(?:{DASH}|đến|den|tới|to|until)\s*{_TILL}"
    rf"(?:{WEEKDAY_WORD}[\s,]*)?(?:ngày|ngay)?\s*",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(
    rf"(?:ngày|ngay)\s+(?P<day>\d{{1,2}})(?![\d/.])\s*(?:{DASH}|đến|den|tới|to)\s*(?:hết\s+|lúc\s+)*"
    r"\d{1,2}\s*(?:h|g|giờ|gio|:)\s*(?:\d{1,2})?\s*(?:phút|phut|’|')?[\s,]*(?:ngày|ngay)?\s*$",
    re.IGNORECASE,
)
_WEEKDAY_FIRST = re.compile(
    rf"{WEEKDAY_WORD},?\s+(?:ngày\s+|the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:{DASH}|,|và|and|&|đến|to)\s*"
    rf"{WEEKDAY_WORD},?\s+(?:ngày\s+|the\s+)?$",
    re.IGNORECASE,
)
_SAME_PHRASE = re.compile(rf"[^.;\n]{{0,30}}?(?:{DASH}|,|đến|den|tới|to|until|và|and|&)[^.;\n]{{0,30}}", re.IGNORECASE)
_ALIKE = re.compile(
    rf"\s*(?:,|và|va|and|&)\s*(?:(?:sáng|trưa|chiều|tối)\s*)?(?:{WEEKDAY_WORD}[\s,]*)?(?:ngày|ngay)?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _RawDate:
    at: int
    to: int
    numbers: tuple[int, ...]
    month: int
    year: int | None
    is_range: bool

    def days(self, year: int) -> tuple[date, ...] | None:
        """The days in that year, or None when one of them does not exist."""
        try:
            return tuple(date(year, self.month, number) for number in self.numbers)
        except ValueError:
            return None


def _month_number(word: str) -> int | None:
    word = " ".join(word.lower().rstrip(".").split())
    if word.isdigit():
        return int(word)
    return _VIETNAMESE_MONTHS.get(word) or next(
        (n for n, m in enumerate(_ENGLISH_MONTHS, 1) if word.startswith(m)), None
    )


def _full_year(digits: str | None) -> int | None:
    return None if digits is None else int(digits) + (2000 if len(digits) == 2 else 0)


def _raw_date(text: str, m: re.Match[str]) -> _RawDate | None:
    if m["iso"]:
        first, second, third = (int(x) for x in m["iso"].split("-"))
        return _RawDate(m.start(), m.end(), (third,), second, first, False)
    listed = m["days"] or m["days5"]
    month = _month_number(m["m1"] or m["m2"] or m["m3"] or m["m4"] or m["m5"] or m["m6"])
    year = _full_year(m["y1"] or m["y2"] or m["y3"] or m["y4"] or m["y5"])
    slashed = m["m1"] is not None
    if month is None or (slashed and year is None and _is_no_date(text, m)):
        return None
    if (slashed or year is None) and names_place(text, m.start(), listed, month):
        return None
    at = m.start()
    counted = _WEEKDAY_NUMBER.match(listed) if _ORDINAL.search(text, max(0, at - 6), at) else None
    counted = counted or (_COUNT.match(listed) if _COUNTED.search(text, max(0, at - 9), at) else None)
    if counted:
        at, listed = m.start("days") + counted.end(), listed[counted.end() :]
    worded = _LAST_WORD.match(listed)
    if worded and not DAY_WORD.search(text, max(0, at - 6), at):  # "khóa 5, ngày 15/11": no day before it
        at, listed = m.end("days") - len(listed) + worded.end(), listed[worded.end() :]
    numbers = tuple(int(x) for x in re.findall(r"\d+", listed))
    is_range = len(numbers) == 2 and re.search(rf"{DASH}|đến|to", listed) is not None
    return _RawDate(at, m.end(), numbers, month, year, is_range)


def _is_no_date(text: str, m: re.Match[str]) -> bool:
    """Whether "1/2" is a share of something, or "24/7" (not "ngày 24/7", "chiều 24/7") and "24/24" mean *always*."""
    named = _DAY_BEFORE.search(text, max(0, m.start() - 7), m.start()) is not None
    always = m.group() == "24/24" or (m.group() == "24/7" and not named)
    share = not named and _FRACTION_OF.match(text, m.end()) is not None
    return share or always or (m["m1"] or "") == "0"


@lru_cache(maxsize=2048)  # a plan's stages look at the same lines again and again
def _raw_dates(text: str) -> tuple[_RawDate, ...]:
    if not any_digit(text):
        return ()
    found: list[_RawDate] = []
    for m in _DATE.finditer(text):
        raw = _raw_date(text, m)
        if raw is not None:
            found.extend((*_day_before(text, raw), raw))
    return tuple(found)


def _day_before(text: str, raw: _RawDate) -> tuple[_RawDate, ...]:
    """The day whose month stands behind a later one: "08h00 ngày 09 đến 17h00 ngày 10/5".

    Only a time or the names of weekdays stand between ("Friday 5 and Saturday 6 May").
    """
    m = None
    if len(raw.numbers) == 1:
        before = max(0, raw.at - 60)
        m = _DAY_ALONE.search(text, before, raw.at) or _WEEKDAY_FIRST.search(text, before, raw.at)
    if m is None or not 0 < int(m["day"]) < raw.numbers[0]:
        return ()
    return (_RawDate(m.start("day"), m.end("day"), (int(m["day"]),), raw.month, raw.year, False),)


def _with_years(text: str, raw: tuple[_RawDate, ...], default_year: int | None) -> list[tuple[_RawDate, int | None]]:
    """Each date with its year: its own, that of the date it is joined to ("26/7 đến 28/7/2023"), or the default."""
    years = [item.year for item in raw]
    for index in range(len(raw) - 2, -1, -1):
        gap = text[raw[index].to : raw[index + 1].at]
        if years[index] is None and _SAME_PHRASE.fullmatch(gap):
            years[index] = years[index + 1]
    return [(item, year if year is not None else default_year) for item, year in zip(raw, years, strict=True)]


@lru_cache(maxsize=2048)
def find_dates(text: str, default_year: int | None = None) -> tuple[DateSpan, ...]:
    """Dates, lists and ranges of them.

    A date without a year takes the year of the date it is joined to, else `default_year`; without either it is left
    out. Names of places ("Quảng trường 19/8") and shares ("1/2 ngày") are no dates.
    """
    spans: list[DateSpan] = []
    previous_to = -1
    for raw, year in _with_years(text, _solar(text), default_year):
        days = raw.days(year) if year is not None else None
        if days is None or list(days) != sorted(days):
            continue
        span = DateSpan(raw.at, raw.to, days, raw.is_range)
        if spans and previous_to == spans[-1].to and len(days) == 1:
            joined = _join_dates(text, spans[-1], span)
            if joined is not None:
                spans[-1] = joined
                previous_to = joined.to
                continue
        spans.append(span)
        previous_to = span.to
    return tuple(spans)


def _solar(text: str) -> tuple[_RawDate, ...]:
    """The dates of the text without those of the lunar calendar."""
    raw = _raw_dates(text)
    other = lunar(text, [(told.at, told.to) for told in raw]) if raw else frozenset()
    return tuple(told for order, told in enumerate(raw) if order not in other) if other else raw


def _join_dates(text: str, left: DateSpan, right: DateSpan) -> DateSpan | None:
    """One span for "26/7 đến ngày 28/7/2023" and "11/5, 12/5/2024"."""
    gap = text[left.to : right.at]
    if left.last >= right.first or left.is_range:
        return None
    if len(left.days) == 1 and _BETWEEN.fullmatch(gap) and right.first - left.first < timedelta(days=120):
        return DateSpan(left.at, right.to, (left.first, right.last), is_range=True)
    if _ALIKE.fullmatch(gap) and right.first - left.last < timedelta(days=15):
        return DateSpan(left.at, right.to, left.days + right.days)
    return None


_MONTH = re.compile(
    rf"{_NOT_BEFORE}(?:(?:tháng|thang)\s*(?P<m1>\d{{1,2}}|(?:mười\s+)?{_ALPHA}+)(?:\s*(?:/|,?\s*(?:năm"
    rf"|nam)\s+|-)\s?(?P<y1>\d{{4}}))?(?![\d/])"
    rf"|(?<!quý )(?P<m2>0?[1-9]|1[0-2])/(?P<y2>(?:19|20)\d\d)(?![\d/])"
    rf"|(?P<m3>{_MONTH_NAME})\s+(?P<y3>\d{{4}}))(?!\w)",
    re.IGNORECASE,
)


def find_months(text: str) -> tuple[MonthSpan, ...]:
    """Months that are no part of a full date: "tháng 7/2023", "tháng 7 năm 2023", "tháng Bảy", "July 2023".

    A count ("06 tháng đầu năm") is no month, nor is a quarter ("quý 2/2027").
    """
    taken = _raw_dates(text)
    spans: list[MonthSpan] = []
    for m in _MONTH.finditer(text):
        month = _month_number(m["m1"] or m["m2"] or m["m3"])
        counted = re.search(r"\d\s*$", text[max(0, m.start() - 3) : m.start()]) is not None
        if month is None or not 1 <= month <= 12 or counted or any(d.at < m.end() and m.start() < d.to for d in taken):
            continue
        spans.append(MonthSpan(m.start(), m.end(), month, _full_year(m["y1"] or m["y2"] or m["y3"])))
    return tuple(spans)


def impossible_dates(text: str) -> tuple[ImpossibleSpan, ...]:
    """Dates that do not exist (30/02, 15/13/2024).

    One without a year counts as possible when some year has it (29/2).
    """
    return tuple(
        ImpossibleSpan(raw.at, raw.to, "date", text[raw.at : raw.to])
        for raw in _solar(text)
        if _is_told_as_date(text, raw) and raw.days(raw.year or _LEAP_YEAR) is None
    )


def _is_told_as_date(text: str, raw: _RawDate) -> bool:
    """Whether the numbers are meant as a day, possible or not: with a year, in bounds, or behind "ngày"."""
    within = raw.month <= 12 and max(raw.numbers) <= 31
    return raw.year is not None or within or DAY_WORD.search(text, max(0, raw.at - 6), raw.at) is not None
