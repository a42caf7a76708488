"""Until when: the phrases of deadlines and the day or instant they mean."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from documents.plan.words import Seldom
from domain.clocks import any_digit
from domain.dates import TimeSpan, find_clocks, find_conflicts, find_dates, find_times
from domain.deadlines import END_OF_DAY, from_conference, typed
from domain.refusal import Refusal

_WORDS = re.compile(
    r"(?:(?:hoàn thành|hoàn tất|xong|nộp|gửi)\s+)?"
    r"(?:trước(?=\s+(?:ngày|\d|lúc|thứ|cuối|hết|khi))|chậm nhất|muộn nhất|đến hết|hết ngày"
    r"|hạn(?:\s+(?:cuối|nộp|chót|hoàn thành|gửi))?"
    r"|xong (?:trong|(?=ngày\s+\d))|trong ngày|không muộn hơn|deadline|no later than|by|before)"
    r"(?:\s*(?:là|vào|lúc|:|ngày|hết|đến|cùng|the))*\s*"
    r"|(?:hoàn thành|hoàn tất|xong)\s+(?=\d{1,2}/\d{1,2}(?:/\d{4}|\s*(?:[.;,)]|$)))",
    re.IGNORECASE,
)
_CLOSING_DATE = re.compile(r"(?P<before>\S+)\s+(?P<phrase>(?:sáng |trưa |chiều |tối )?(?:ngày )?)$", re.IGNORECASE)
_NO_DEADLINE = frozenset(["cho", "của", "từ", "đến", "trong", "sau", "dự", "vào", "và", "với", "tại", "kể", "-"])
_FIXED = re.compile(r"(?:vào lúc|vào hồi|lúc|hồi|vào(?: ngày)?|\bat)\s+$", re.IGNORECASE)
_REHEARSED = re.compile(r"(?:sơ duyệt|tổng duyệt|chạy thử)\s*:?\s+(?:ngày\s+)?$", re.IGNORECASE)
_RECURRING = Seldom(
    ("hằng", "hàng"),
    r"(?:vào\s+|trước\s+)?(?:\d{1,2}h\d{0,2}\s+)?(?:thứ\s+\w+|ngày \d+)\s+(?:hằng|hàng)\s+(?:tuần|tháng)"
    r"|(?:hằng|hàng)\s+(?:tuần|ngày|tháng)",
)
_EVENT = r"(?:hội nghị|hội thảo|đại hội|diễn đàn|tọa đàm|ngày hội|(?:buổi )?lễ)"
_RELATIVE = Seldom(
    ("trước", "chậm nhất", "before"),
    r"(?:(?:xong|hoàn thành)\s+)?(?:(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|ít nhất|tối thiểu)\s+){0,2}\d{1,2}\s+"
    rf"(?:ngày|tuần)(?:\s+làm việc)?\s+trước\s+(?:khi\s+|ngày\s+)?(?:{_EVENT}(?!\w)"
    r"|(?:tổ chức|khai mạc|diễn ra)[^,;.]*)"
    r"|(?:trước|chậm nhất(?: là)?)\s+(?:(?:ít nhất|tối thiểu)\s+)?(?P<n>\d{1,2})\s+ngày(?:\s+làm"
    r" việc)?(?:\s+(?:trước\s+)?(?:khi\s+)?(?:ngày\s+)?"
    rf"(?:tổ chức|khai mạc|diễn ra)[^,;.]*)?|trước\s+(?:khi\s+|ngày\s+)?(?:tổ chức\s+|khai mạc\s+)?{_EVENT}"
    r"\s*(?:ít nhất\s+|tối thiểu\s+)?(?:(?P<m>\d{1,2})\s+ngày|\d{1,2}\s+tuần)"
    r"|trước\s+khi\s+(?:tổ chức|khai mạc|diễn ra)[^,;.\d]{0,40}?\s(?P<k>\d{1,2})\s+ngày"
    r"|(?:at least |no later than |within )?(?:\d{1,2}|one|two|three|four|five|ten)\s+(?:days?|weeks?)\s+before\s+"
    r"the\s+(?:workshop|conference|seminar|congress|meeting|forum|event|opening)",
)

_IN_MONTH = re.compile(  # closes the words: no day, but until when
    r"(?:(?:hoàn thành|xong)\s+)?trong tháng\s+\d{1,2}(?:\s*/\s*|\s+năm\s+)20\d\d(?=\s*[.;]?\s*$)", re.IGNORECASE
)
_LASTING = re.compile(r"(?:từ|trong)\s+(?:ngày\s+)?$", re.IGNORECASE)
_AFTERWARDS = Seldom(
    ("sau", "kể từ"),
    r"(?:(?:trong vòng|trong|chậm nhất(?: là)?|muộn nhất(?: là)?|sau)\s+)?0?\d{1,2}\s+(?:ngày|giờ)(?:\s+làm việc)?\s+"
    r"(?:sau(?:\s+khi)?|kể từ(?:\s+(?:khi|ngày))?)\s+"
    r"(?:kết thúc|bế mạc|bế giảng|hội nghị|hội thảo|đại hội|diễn đàn|(?:buổi )?lễ|lớp)[^,;.]{0,40}"
    r"|sau\s+(?:khi\s+)?(?:kết thúc\s+|bế mạc\s+)?(?:hội nghị|hội thảo|đại hội|diễn đàn|(?:buổi )?lễ|lớp\s\S+)\s+"
    r"0?\d{1,2}\s+ngày",
)

Days = tuple[tuple[date, date], ...]
"""The first and the last day of each time the conference is held."""
Deadline = tuple[str | None, datetime | date | None]


def may_be_due(text: str) -> bool:
    """Whether words can say until when at all: with a figure, "hằng tuần", "two weeks before"; most work cannot."""
    return any_digit(text) or any(sign in text.lower() for sign in ("hằng", "hàng", "before"))


def has_deadline(text: str) -> bool:
    """Whether the words set a deadline (a fixed hour "lúc …" alone does not)."""
    if not may_be_due(text):
        return False
    if _RECURRING.search(text) or _RELATIVE.search(text) or _AFTERWARDS.search(text):
        return True
    if any(find_times(text[m.end() : m.end() + 60], 2000) for m in _WORDS.finditer(text)):
        return True
    return _closing_date(text, 2000)[0] is not None


def deadline_in(text: str, year: int | None, bare: bool = False, held: Days = ()) -> Deadline:
    """The phrase as written and what it means; with `bare` the text is a table's cell and a date alone will do.

    A date that closes the words is none on the days the conference is `held` ("mời cơm trưa ngày 18/7"), unless a part
    of that day is named ("phân luồng giao thông sáng 20/10").
    A relative one ("trước 05 ngày tổ chức Hội nghị") keeps its phrase; `resolved` gives it a day once that is known.
    """
    if not may_be_due(text):
        return None, None
    recurring = _RECURRING.search(text)
    if recurring:
        return recurring.group().strip(), None
    for lead in _WORDS.finditer(text):
        found = _near(text, lead.start(), lead.end(), year)
        if found[0] is not None:
            return found
    relative = _AFTERWARDS.search(text) or _RELATIVE.search(text)
    if relative:
        return relative.group().strip(), None
    if bare:
        return _near(text, 0, 0, year)
    month = _IN_MONTH.search(text) if "trong tháng" in text else None
    if month:
        return month.group(), None
    fixed = _fixed_hour(text, year)
    return fixed if fixed[0] is not None else _closing_date(text, year, held)


_UNTIL = re.compile(
    r"(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn(?: chót| cuối)?)\s*:?\s+(?=(?:\d{1,2}(?:h|g|:|\s?giờ)\S*\s+)?"
    r"(?:(?:sáng|chiều|tối)\s+)?(?:thứ|chủ nhật|ngày mai|mai|cuối|đầu|giữa|hết)(?!\w))",
    re.IGNORECASE,
)
_LONGEST = 60
_NEXT_YEARS = timedelta(days=190)


def typed_in(text: str, now: datetime, days: Sequence[date]) -> tuple[str | None, datetime | None]:
    """The deadline in words that somebody types now (local): as in a plan, or before a day named by its weekday.

    The phrase alone where it counts from the conference, held on these `days`, or comes again and again. A date
    without a year is the next one.
    """
    if find_conflicts(text, now.year):
        return None, None  # a day that is not the weekday beside it is asked for
    for year in (now.year, now.year + 1):
        phrase, due = deadline_in(text, year, held=((days[0], days[-1]),) if days else ())
        if due is None:
            return (phrase, None) if phrase is not None else _roughly(text, now, days)
        moment = due if isinstance(due, datetime) else datetime.combine(due, END_OF_DAY)
        if moment > now and (year == now.year or moment - now < _NEXT_YEARS):
            return phrase, moment
    return None, None


def _roughly(text: str, now: datetime, days: Sequence[date]) -> tuple[str | None, datetime | None]:
    named = _UNTIL.search(text)
    phrase = "" if named is None else re.split(r"[,;.(]", text[named.end() : named.end() + _LONGEST])[0]
    try:
        return (phrase, typed(phrase, now, days)) if phrase else (None, None)
    except Refusal:
        return None, None


def _near(text: str, start: int, at: int, year: int | None) -> Deadline:
    """The time that follows the words directly."""
    behind = text[at : at + 80]
    spans = find_times(behind, year)
    if spans and spans[0].at <= 24 and not re.search(r"[;.]\s", behind[: spans[0].at]):
        span = spans[0]
        day = span.date.last
        clock = span.clock.until or span.clock.clock if span.clock else None
        return text[start : at + span.to].strip(" (,"), datetime.combine(day, clock) if clock else day
    return None, None


def _closing_date(text: str, year: int | None, held: Days = ()) -> Deadline:
    """A date that closes the clause: "chốt danh sách ngày 07/01"; the date of a cited paper is none."""
    spans = find_times(text, year)
    if not spans or text[spans[-1].to :].strip(" .;)"):
        return None, None
    span = spans[-1]
    if span.clock is not None:
        return _closing_hour(text, span)
    lasting = _LASTING.search(text, max(0, span.date.at - 12), span.date.at) if span.date.is_range else None
    if lasting:  # "từ ngày 20/10 đến ngày 31/10": done by its end
        return text[lasting.start() : span.to], span.date.last
    window = max(0, span.date.at - 80)
    lead = _CLOSING_DATE.search(text, window, span.date.at)
    cited = re.search(
        r"\bsố\s+\S*\d|/[A-ZĐ]{2,}|quyết định|luật|công văn|kỷ niệm",
        text[max(0, span.at - 60) : span.at],
        re.IGNORECASE,
    )
    if lead is None or cited or lead["before"].lower() in _NO_DEADLINE:
        return None, None
    by_part = _PART_OF_DAY.match(lead["phrase"]) is not None and lead["before"].lower() not in _MEALS
    if not by_part and any(first <= span.date.first <= last for first, last in held):
        return None, None
    if not lead["phrase"].strip() and not _BARE_DATE.search(lead["before"]):
        return None, None
    return text[lead.start("phrase") : span.to].lstrip(), span.date.last


_PART_OF_DAY = re.compile(r"sáng|trưa|chiều|tối", re.IGNORECASE)
_MEALS = frozenset(["cơm", "ăn", "bữa", "tiệc"])  # "cơm trưa ngày 24/01"
_BARE_DATE = re.compile(r"(?:[^\W\d]:|^[–-]|^(?:cuối|duyệt|chốt|xong))$", re.IGNORECASE)
"""What a date that closes the words may follow alone: "Chốt danh sách: 05/01/2026", "duyệt lần cuối 12/01"."""


def _closing_hour(text: str, span: TimeSpan) -> Deadline:
    """An hour of a day that closes the words: "chạy thử đường truyền 15:00 ngày 17/10"; from when or until is none."""
    before = text[: span.at].split()
    if span.clock is None or span.clock.until or not before or before[-1].lower() in _NO_DEADLINE:
        return None, None
    return text[span.at : span.to], datetime.combine(span.date.first, span.clock.clock)


def _fixed_hour(text: str, year: int | None) -> Deadline:
    for span in find_times(text, year):
        rehearsed = _REHEARSED.search(text, max(0, span.at - 20), span.at)
        fixed = _FIXED.search(text, max(0, span.at - 14), span.at) or rehearsed
        if fixed is None or (span.clock is None and fixed[0].lower().startswith(("lúc", "at"))):
            continue
        phrase = text[span.at if fixed is rehearsed else fixed.start() : span.to]
        return phrase, datetime.combine(span.date.first, span.clock.clock) if span.clock else span.date.first
    return None, None


def resolved(phrase: str | None, starts_on: date | None, ends_on: date | None) -> date | None:
    """The day a relative phrase means when the days of the conference are known; working days are left to people."""
    if phrase is None or "làm việc" in phrase:
        return None
    relative = _RELATIVE.search(phrase)
    days = relative and (relative["n"] or relative["m"] or relative["k"])
    if days and not _AFTERWARDS.search(phrase):
        return starts_on - timedelta(days=int(days)) if starts_on else None
    moment = from_conference(phrase, starts_on, ends_on)
    return moment.date() if moment else None


def is_relative(phrase: str | None) -> bool:
    """Whether the phrase counts from the conference itself."""
    return (
        (_AFTERWARDS.search(phrase or "") or _RELATIVE.search(phrase or "")) is not None
        and not find_dates(phrase or "", 2000)
        and not find_clocks(phrase or "")
    )
