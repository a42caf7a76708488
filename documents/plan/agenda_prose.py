"""A programme told in sentences: clause by clause, with hours in front, behind, or counted from the clause before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from documents.plan.agenda_items import Item, clock_first, read_clause
from documents.plan.agenda_state import State, add
from documents.plan.words import split_outside
from domain.conference import Source
from domain.dates import ClockSpan, find_clocks
from domain.vietnamese import CAPITALS

_LEAD_IN = re.compile(
    r"[^:;]{0,80}\b(?:trình tự|nội dung|chương trình|gồm|như sau)(?:\s+(?:sau|chính|sau đây))*\s*:\s+", re.IGNORECASE
)
_CLOCK_LAST = re.compile(r"\(\s*(?:lúc |từ )?\d{1,2}\s*(?:h|:|g|giờ)[^()]*\)\s*\.?$", re.IGNORECASE)


def is_prose(text: str) -> bool:
    """A paragraph that runs through several items: two times and more, or semicolons between items with times."""
    if len(find_clocks(text)) < 2:
        return False
    told = [sentence for sentence in _SENTENCE.split(text) if find_clocks(sentence)]
    led = sum(clock_first(sentence) is not None for sentence in told)  # one alone may be explained by the others
    return len(split_outside(text)) > 1 or (len(told) > 1 and led != 1) or len(told) >= _SURELY


_SURELY = 3  # sentences with hours
_SENTENCE = re.compile(rf"\.\s+(?=[{CAPITALS}])")


def clauses(text: str, source: Source, state: State) -> None:
    lead = _LEAD_IN.match(text)
    text = text[lead.end() :] if lead and not find_clocks(lead.group()) else text
    for sentence in _SENTENCE.split(text):
        for clause in _whole_clauses(split_outside(sentence)):
            for item in _in_turn(clause):
                add(state, replace(item, title=_told_of(item.title)), source)


def _told_of(title: str) -> str:
    """What is held, without the words that only tie its sentence to the one before."""
    return _TYING.sub("", _BEGINS.sub("", title)) or title


_TYING = re.compile(
    r"^(?:(?:sau đó|tiếp đó|tiếp theo|kế đến|cuối cùng|sau (?:giải lao|khai mạc|phần này|giờ nghỉ)|buổi \w+"
    r"|(?:sau khi )?kết thúc (?:phiên làm việc|phần này|buổi \w+)|bắt đầu với(?: phần)?),?\s+)+(?=\S)",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\s+(?:sẽ\s+)?(?:được\s+)?(?:bắt đầu|diễn ra|(?<=được )tổ chức)$", re.IGNORECASE)


_NEXT = re.compile(
    r",\s+(?=(?:nghỉ\s+)?(?:giải lao|giữa giờ)\b|(?:tiếp tục|tiếp đó|tiếp theo|sau đó)\b)", re.IGNORECASE
)
_EACH_LAST = re.compile(r"(?<=\d),\s+(?=\D)|(?<=giờ),\s+(?=\D)|(?<=phút),\s+(?=\D)|(?<=h),\s+(?=\D)", re.IGNORECASE)
_AT_ITS_END = re.compile(r"\s(?:lúc|vào|từ)\s+$", re.IGNORECASE)


def _told_at_its_end(part: str) -> bool:
    """Whether a part ends with its own hour: each item of "A phát biểu lúc 10 giờ, B phát biểu lúc 10 giờ 20" does."""
    clocks = find_clocks(part)
    return len(clocks) == 1 and not part[clocks[0].to :].strip(" .") and bool(_AT_ITS_END.search(part[: clocks[0].at]))


_THEN = re.compile(r"(?:sau đó|tiếp đó|tiếp theo),?\s+", re.IGNORECASE)
_UNTIL = re.compile(r"\s+(?:đến|tới)\s+$", re.IGNORECASE)


def _in_turn(clause: str) -> Iterator[Item]:
    """The items of a clause; in "học A đến 9 giờ 30, giải lao 15 phút, tiếp tục học B" each begins where one ends."""
    alike = _EACH_LAST.split(clause)
    if len(alike) > 1 and all(map(_told_at_its_end, alike)):
        for part in alike:
            yield from read_clause(part, None)
        return
    parts = _NEXT.split(clause)
    if len(parts) < 2 or _ends_at(parts[0]) is None:
        yield from read_clause(clause, None)
        return
    begins: time | None = None
    for part in parts:
        until = _ends_at(part)
        told = _THEN.sub("", _UNTIL.sub("", part[: until.at]) if until else part, count=1)
        for item in read_clause(told, None):
            start = item.start or begins
            begins = until.clock if until else _later(start, item.minutes)
            yield replace(item, start=start, end=begins if start else None, minutes=None)


def _ends_at(part: str) -> ClockSpan | None:
    """The hour that a part runs to, where it ends with it and none stands in front."""
    clocks = find_clocks(part)
    last = clocks[-1] if len(clocks) == 1 and not clock_first(part) else None
    return last if last and not part[last.to :].strip(" .") and _UNTIL.search(part[: last.at]) else None


def _later(start: time | None, minutes: int | None) -> time | None:
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time() if start and minutes else None


def _whole_clauses(parts: tuple[str, ...]) -> Iterator[str]:
    """Clauses that end with their times in brackets; one without a time goes on with the next."""
    if sum(_CLOCK_LAST.search(part) is not None for part in parts) * 2 <= len(parts):
        yield from parts
        return
    begun = ""
    for part in parts:
        begun = f"{begun}; {part}" if begun else part
        if find_clocks(part):
            yield begun
            begun = ""
    if begun:
        yield begun
