"""The one grammar of Vietnamese (and English) dates and times: in plans, in questions, in what organizers type.

Only absolute expressions live here; relative ones ("ngày mai") are built on top. Every `find_*` function takes text in
composed form (`domain.vietnamese.nfc`), returns spans in reading order, and never raises. A span covers
`text[span.at:span.to]`. What looks like a date or a time but cannot be one (30/02, 25h00) is never dropped silently:
`find_impossible` reports it.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from domain.clocks import ClockSpan as ClockSpan
from domain.clocks import DayPart as DayPart
from domain.clocks import ImpossibleSpan as ImpossibleSpan
from domain.clocks import PartSpan as PartSpan
from domain.clocks import any_digit, impossible_clocks
from domain.clocks import find_clocks as find_clocks
from domain.clocks import find_parts as find_parts

_ALPHA = r"[^\W\d_]"
_DASH = r"[-–—−]"


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
class WeekdaySpan:
    """A weekday; 0 is Monday, as in `date.weekday()`."""

    at: int
    to: int
    weekday: int


@dataclass(frozen=True, slots=True)
class MonthSpan:
    """A month that is no part of a full date; `year` is None when the text names none."""

    at: int
    to: int
    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A date with the clock time that belongs to it: "14 giờ 00 phút, ngày 27/7/2023 (chiều thứ Năm)"."""

    at: int
    to: int
    date: DateSpan
    clock: ClockSpan | None
    part: DayPart | None


@dataclass(frozen=True, slots=True)
class WeekdayConflict:
    """A date with a weekday beside it that is not its own."""

    at: int
    to: int
    day: date
    weekday: int


# --- dates ---------------------------------------------------------------------------------------------------------

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
_MORE = rf"(?:(?:\s*(?:,|;|và|va|and|&|{_DASH}|đến|to)\s*(?:hết\s+)?(?:ngày\s+)?\d{{1,2}})(?![\dhg:]))*"
_NOT_BEFORE = r"(?<![\w/.,])"
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
    rf"|(?P<m5>{_MONTH_NAME})\s+(?P<days5>\d{{1,2}}(?:st|nd|rd|th)?(?:\s*{_DASH}\s*\d{{1,2}})?)(?:,?\s+(?P<y5>\d{{4}}))(?!\d)"
    rf")",
    re.IGNORECASE,
)
_NAMED_PLACE = re.compile(
    r"(?:quảng trường|đường|phố|công viên|cầu|trường|bệnh viện|nhà máy|khu|ngõ|số|phòng|điều|mục|tỷ lệ)\s+$",
    re.IGNORECASE,
)
_DAY_WORD = re.compile(r"(?:ngày|ngay)\s+$", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"(?:ngày|ngay|sáng|sang|trưa|trua|chiều|chieu|tối|toi)\s+$", re.IGNORECASE)
_FRACTION_OF = re.compile(r"\s*(?:ngày|buổi|giờ|tháng|năm|phiên|số|tổng)(?!\w)", re.IGNORECASE)
_WEEKDAY_WORD = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?"
_BETWEEN = re.compile(
    rf"[\s,(]*(?:{_DASH}|đến|den|tới|to|until)\s*(?:hết\s+)?"
    rf"(?:(?:sáng|trưa|chiều|tối)\s*)?(?:{_WEEKDAY_WORD}[\s,]*)?(?:ngày|ngay)?\s*",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(
    rf"(?:ngày|ngay)\s+(?P<day>\d{{1,2}})(?![\d/.])\s*(?:{_DASH}|đến|den|tới|to)\s*(?:hết\s+|lúc\s+)*"
    r"\d{1,2}\s*(?:h|g|giờ|gio|:)\s*(?:\d{1,2})?\s*(?:phút|phut|’|')?[\s,]*(?:ngày|ngay)?\s*$",
    re.IGNORECASE,
)
_WEEKDAY_FIRST = re.compile(
    rf"{_WEEKDAY_WORD},?\s+(?:ngày\s+|the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:{_DASH}|,|và|and|&|đến|to)\s*"
    rf"{_WEEKDAY_WORD},?\s+(?:ngày\s+|the\s+)?$",
    re.IGNORECASE,
)
_SAME_PHRASE = re.compile(rf"[^.;\n]{{0,30}}?(?:{_DASH}|,|đến|den|tới|to|until|và|and|&)[^.;\n]{{0,30}}", re.IGNORECASE)
_ALIKE = re.compile(
    rf"\s*(?:,|và|va|and|&)\s*(?:(?:sáng|trưa|chiều|tối)\s*)?(?:{_WEEKDAY_WORD}[\s,]*)?(?:ngày|ngay)?\s*", re.IGNORECASE
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
    if slashed and _NAMED_PLACE.search(text, max(0, m.start() - 14), m.start()):
        return None
    at = m.start()
    if "ngày" in listed and not _DAY_WORD.search(text, max(0, at - 6), at):
        at, listed = m.start("days") + listed.rindex("ngày") + len("ngày "), listed.rpartition("ngày")[2]
    numbers = tuple(int(x) for x in re.findall(r"\d+", listed))
    is_range = len(numbers) == 2 and re.search(rf"{_DASH}|đến|to", listed) is not None
    return _RawDate(at, m.end(), numbers, month, year, is_range)


def _is_no_date(text: str, m: re.Match[str]) -> bool:
    """Whether "1/2" is a share of something, or "24/7" (not "ngày 24/7", "chiều 24/7") and "24/24" mean *always*."""
    named = _DAY_BEFORE.search(text, max(0, m.start() - 7), m.start()) is not None
    always = m.group() == "24/24" or (m.group() == "24/7" and not named)
    share = not named and _FRACTION_OF.match(text, m.end()) is not None
    return share or always or (m["m1"] or "") == "0"


def _raw_dates(text: str) -> list[_RawDate]:
    if not any_digit(text):
        return []
    found: list[_RawDate] = []
    for m in _DATE.finditer(text):
        raw = _raw_date(text, m)
        if raw is not None:
            found.extend((*_day_before(text, raw), raw))
    return found


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


def _with_years(text: str, raw: list[_RawDate], default_year: int | None) -> list[tuple[_RawDate, int | None]]:
    """Each date with its year: its own, that of the date it is joined to ("26/7 đến 28/7/2023"), or the default."""
    years = [item.year for item in raw]
    for index in range(len(raw) - 2, -1, -1):
        gap = text[raw[index].to : raw[index + 1].at]
        if years[index] is None and _SAME_PHRASE.fullmatch(gap):
            years[index] = years[index + 1]
    return [(item, year if year is not None else default_year) for item, year in zip(raw, years, strict=True)]


@lru_cache(maxsize=2048)  # a plan's stages look at the same lines again and again
def find_dates(text: str, default_year: int | None = None) -> tuple[DateSpan, ...]:
    """Dates, lists and ranges of them.

    A date without a year takes the year of the date it is joined to, else `default_year`; without either it is left
    out. Names of places ("Quảng trường 19/8") and shares ("1/2 ngày") are no dates.
    """
    spans: list[DateSpan] = []
    previous_to = -1
    for raw, year in _with_years(text, _raw_dates(text), default_year):
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
    rf"|(?P<m2>0?[1-9]|1[0-2])/(?P<y2>(?:19|20)\d\d)(?![\d/])"
    rf"|(?P<m3>{_MONTH_NAME})\s+(?P<y3>\d{{4}}))(?!\w)",
    re.IGNORECASE,
)


def find_months(text: str) -> tuple[MonthSpan, ...]:
    """Months that are no part of a full date: "tháng 7/2023", "tháng 7 năm 2023", "tháng Bảy", "July 2023".

    A count ("06 tháng đầu năm") is no month.
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


# --- weekdays -------------------------------------------------------------------------------------------------------

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
    counted = _DAY_WORD.search(text, max(0, m.start() - 6), m.start()) and re.match(
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


# --- what belongs together -----------------------------------------------------------------------------------------

_GLUE = re.compile(
    rf"(?:[\s,();]|{_DASH}|ngày|ngay|vào|lúc|luc|từ|bắt đầu|khai mạc|đúng|khoảng|hết|cùng|on|at|from|các|buổi"
    rf"|sáng|trưa|chiều|tối|đêm|cả|{_WEEKDAY_WORD}|cn)*",
    re.IGNORECASE,
)


def _glued(text: str, at: int, to: int) -> bool:
    """Whether only words that tie a clock to its date stand between (never more than a few)."""
    return to - at <= 60 and _GLUE.fullmatch(text, at, to) is not None


def find_times(text: str, default_year: int | None = None) -> tuple[TimeSpan, ...]:
    """Each date together with the clock time and the part of the day that stand beside it."""
    dates = find_dates(text, default_year)
    clocks = find_clocks(text)
    return tuple(_time_span(text, day, clocks, dates) for day in dates)


def _time_span(text: str, day: DateSpan, clocks: tuple[ClockSpan, ...], dates: tuple[DateSpan, ...]) -> TimeSpan:
    before = [
        c for c in clocks if c.to <= day.at and _glued(text, c.to, day.at) and not _ends_clause(text, c, day, dates)
    ]
    after = [c for c in clocks if c.at >= day.to and _glued(text, day.to, c.at)]
    owned = [
        c
        for c in after
        if not any(d.at >= c.to and _glued(text, c.to, d.at) and not _ends_clause(text, c, d, dates) for d in dates)
    ]
    clock = before[-1] if before else owned[0] if owned else None
    at = min(day.at, clock.at) if clock else day.at
    to = max(day.to, clock.to) if clock else day.to
    parts = find_parts(text[max(0, at - 8) : to + 10])
    return TimeSpan(at, to, day, clock, parts[0].part if parts else None)


def _ends_clause(text: str, clock: ClockSpan, day: DateSpan, dates: tuple[DateSpan, ...]) -> bool:
    """Whether the clock belongs to a date before it, its clause closed: "ngày 30/10, từ 14h00; sáng ngày 31/10"."""
    if ";" not in text[clock.to : day.at]:
        return False
    return any(d.to <= clock.at and _glued(text, d.to, clock.at) and ";" not in text[d.to : clock.at] for d in dates)


def find_conflicts(text: str, default_year: int | None = None) -> tuple[WeekdayConflict, ...]:
    """Dates beside a weekday that is not theirs: "thứ Hai, ngày 27/7/2023" (a Thursday)."""
    conflicts = []
    weekdays = find_weekdays(text)
    for day in find_dates(text, default_year):
        if len(day.days) > 1:
            continue
        for beside in weekdays:
            gap = text[beside.to : day.at] if beside.to <= day.at else text[day.to : beside.at]
            if (
                re.fullmatch(r"[\s,(:]*(?:ngày|chiều|sáng|tối|trưa|[-–])?[\s,(]*", gap)
                and beside.weekday != day.first.weekday()
            ):
                conflicts.append(
                    WeekdayConflict(min(day.at, beside.at), max(day.to, beside.to), day.first, beside.weekday)
                )
    return tuple(conflicts)


def find_impossible(text: str) -> tuple[ImpossibleSpan, ...]:
    """Dates that do not exist (30/02, 15/13/2024) and times that do not (25h00, 8h75), for somebody to look at.

    A date without a year counts as possible when some year has it (29/2).
    """
    spans = list(impossible_clocks(text))
    for raw in _raw_dates(text):
        plausible = raw.month <= 12 and max(raw.numbers) <= 31
        if (raw.year is not None or plausible or _DAY_WORD.search(text, max(0, raw.at - 6), raw.at)) and raw.days(
            raw.year or 2024
        ) is None:
            spans.append(ImpossibleSpan(raw.at, raw.to, "date", text[raw.at : raw.to]))
    return tuple(sorted(spans, key=lambda span: span.at))
