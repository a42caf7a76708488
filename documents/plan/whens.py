"""When: every time in a sentence, ranges joined, limits and asides left out."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from domain.abbreviations import NO_STOP_BEHIND
from domain.dates import TimeSpan, find_clocks, find_dates, find_times
from domain.vietnamese import CAPITALS

_SENTENCE = re.compile(
    NO_STOP_BEHIND + rf"(?<!\b[A-ZĐ])(?<=[^\d\s.])\.\s+(?=[{CAPITALS}])|(?<=\d{{4}})\.\s+(?=[{CAPITALS}])"
    rf"|(?<=\))\.\s+(?=\(?[{CAPITALS}])"
    r"|(?<=\d)\.\s+(?=(?:Riêng|Ngoài ra)\s)"
)
_STOP = re.compile(r"\.\s")
_UNTIL = re.compile(
    r"[\s,]*(?:\((?:thứ\s+\w+|chủ nhật)\))?[\s,(]*(?:;\s*bế mạc(?:\s+(?:lúc|vào))?|đến|tới|[-–—]|to|until)\s*"
    r"(?:hết\s+|khoảng\s+)?(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s+)?(?:ngày\s*)?",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"cùng ngày|same day", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\(\s*(?:chiều|tối|sáng|riêng)?\s*ngày\s", re.IGNORECASE)
DUE = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|hạn(?: cuối| chót| nộp)?|hết|xong|before|by|no later than)"
    r"\s*(?:là|vào|lúc|:)?\s*(?:ngày\s*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """Start and end as the words give them: an instant where an hour is named, else a day."""

    start: datetime | date
    end: datetime | date | None


@lru_cache(maxsize=2048)  # each stage asks for the sentences of the same lines
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a value; full stops in numbers and abbreviations do not end one."""
    if not _STOP.search(text):
        return (whole,) if (whole := text.strip()) else ()
    parts = _SENTENCE.split(text)
    return tuple(part.strip() for part in parts if part.strip())


def first_sentence(text: str) -> str:
    """What a value says first; nothing where it says nothing."""
    return next(iter(sentences(text)), "")


def whens(text: str, year: int | None, same_day: date | None = None) -> tuple[When, ...]:
    """Every time in the words, ranges over two days joined; "cùng ngày" is `same_day`. A time limit is none."""
    stated = find_times(text, year)
    spans = [span for span in stated if not _is_limit(text, span, stated)]
    if any(not _is_aside(text, span) for span in spans):
        spans = [span for span in spans if not _is_aside(text, span)]
    found: list[When] = []
    index = 0
    while index < len(spans):
        span = spans[index]
        after = spans[index + 1] if index + 1 < len(spans) else None
        if after is not None and _UNTIL.fullmatch(text, span.to, after.at) and len(span.date.days) == 1:
            found.append(
                When(start_of(span, text, spans), _instant(after.date.last, after.clock.clock if after.clock else None))
            )
            index += 2
            continue
        found.append(When(start_of(span, text, spans), end_of(span)))
        index += 1
    found = [when for place, when in enumerate(found) if not _explains(when, found[:place])]
    if not found and same_day is not None and _SAME_DAY.search(text):
        found = [
            When(datetime.combine(same_day, c.clock), datetime.combine(same_day, c.until) if c.until else None)
            for c in find_clocks(text)[:1]
        ]
    return tuple(found)


_BEFORE_DAY = re.compile(
    r"(?:thời gian|từ|lúc|vào|hồi|bắt đầu|dự kiến|sáng|chiều|tối|buổi"
    r"|thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|[1-7])\b|chủ nhật"
    r"|ngày|các|và|[-–:,(]|\s|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|on|from|at)*",
    re.IGNORECASE,
)
_BEHIND_DAY = re.compile(
    r"\s*(?:$|[,;.()–-]|\d{1,2}[:hg]\d\d\b|\b(?:tại|at|in|sáng|chiều|thứ|chủ nhật|từ|lúc"
    r"|và (?:thứ|ngày|ch[ủú]a? nhật))\b)",
    re.IGNORECASE,
)
_LONGEST_WHEN = 200
_ENGLISH_TOWN = re.compile(  # "Hanoi, 14-15 October 2026"
    r"^[^,:;\d]{2,40},\s+(?=[^,;]{0,30}\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s)"
)


def says_when(text: str) -> bool:
    """Whether a line says when and perhaps where, and nothing else: "(8h00 ngày 27/7/2026, tại Hội trường huyện)".

    What happened long ago ("19/8/1945 - 19/8/2025") is none.
    """
    bare = _ENGLISH_TOWN.sub("", text.strip(" ()*\t"))
    if len(bare) > _LONGEST_WHEN or re.search(r"\d{4}", bare) is None:
        return False
    days = find_dates(bare)
    if not days or days[0].first.year < 2000:
        return False
    before = bare[: days[0].at]
    for clock in reversed(find_clocks(before)):
        before = before[: clock.at] + before[clock.to :]
    return _BEFORE_DAY.fullmatch(before) is not None and _BEHIND_DAY.match(bare[days[0].to :]) is not None


_OF_PAPER = re.compile(r"\d[-/][A-ZĐ]{2,}[\w/-]*,?\s+(?:ngày\s*)?$")  # "Nghị quyết số 66-NQ/TW ngày 30/4/2025"


def _is_limit(text: str, span: TimeSpan, stated: tuple[TimeSpan, ...]) -> bool:
    """Whether only a latest time is stated: "trước ngày 30/7/2025"; the end of a range is none."""
    if _OF_PAPER.search(text, 0, span.at):
        return True  # of the paper that is referred to
    ends = any(_UNTIL.fullmatch(text, other.to, span.at) for other in stated if other.to <= span.at)
    return DUE.search(text, 0, span.at) is not None and not ends


def _is_aside(text: str, span: TimeSpan) -> bool:
    """Whether brackets say what else is on another day: "25 - 26/6/2026 (ngày 24/6: đón đại biểu ở xa)"."""
    opened = text.rfind("(", 0, span.at)
    if opened < 0 or ")" in text[opened : span.at]:
        return False
    return re.match(r"\s*:?\s*[^\W\d_]", text[span.to :]) is not None and _DAY_FIRST.match(text[opened:]) is not None


def _explains(when: When, before: list[When]) -> bool:
    """A bare day inside a span stated before it: "15 - 16/8/2024 (ngày 15/8 họp trù bị)"."""
    if isinstance(when.start, datetime) or when.end is not None:
        return False
    return any(b.end is not None and day_of(b.start) <= when.start <= day_of(b.end) for b in before)


def _instant(day: date, clock: time | None) -> datetime | date:
    return day if clock is None else datetime.combine(day, clock)


_OPENS = re.compile(r"(?:bắt đầu|khai mạc)(?:\s+(?:lúc|vào|từ|hồi))*\s*$", re.IGNORECASE)
_NEAR = 24  # characters before an hour that say what it is of


def start_of(span: TimeSpan, text: str, spans: list[TimeSpan]) -> datetime | date:
    clock = span.clock
    if clock is None and len(spans) == 1:
        clocks = find_clocks(text)
        if len(clocks) > 1:  # "đại biểu có mặt lúc 18g30, bắt đầu lúc 19g00"
            clocks = tuple(c for c in clocks if _OPENS.search(text[max(c.at - _NEAR, 0) : c.at]))
        clock = (
            clocks[0] if len(clocks) == 1 and not re.search(r"có mặt|trước", text[: clocks[0].at][-_NEAR:]) else None
        )
    return _instant(span.date.first, clock.clock if clock else None)


def end_of(span: TimeSpan) -> datetime | date | None:
    if span.date.last != span.date.first:
        return span.date.last
    until = span.clock.until if span.clock else None
    return datetime.combine(span.date.first, until) if until else None


def day_of(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


_SEASON = re.compile(
    r"\bquý\s+(?:[IV]{1,3}|[1-4]|một|hai|ba|bốn|tư)\b|\b(?:đầu|giữa|cuối)\s+năm\s+20\d\d|\bQ[1-4]\s+20\d\d",
    re.IGNORECASE,
)


def season_in(text: str) -> str | None:
    """The clause that says in which part of a year, and no month: "dự kiến trong quý III năm 2026"."""
    return next((clause for part in sentences(text) for clause in part.split("; ") if _SEASON.search(clause)), None)
