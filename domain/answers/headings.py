"""Parts that a heading of the agenda alone names: "Buổi sáng: PHIÊN TRÙ BỊ" under its day."""

import re
from datetime import date
from typing import cast

from domain.answers.index import Index, facts_of
from domain.answers.preparing import prepared
from domain.conference import Fact, Moment
from domain.dates import find_dates

_HEADING = re.compile(
    r"(?P<when>[^:;()]{0,40}?\b(?:(?:buổi\s+)?(?:sáng|chiều|tối)|morning|afternoon|evening)\b[^:;()–]{0,24}?)\s*[:–-]\s*"
    r"(?P<name>(?:phiên|phần|hội nghị|hội thảo|lễ|đại hội|tọa đàm|toạ đàm|session|part)\b[^:;()]{2,50}?)"
    r"\s*(?:\((?P<room>[^()]{3,60})\))?\s*\.?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"\b(?:song song|cùng lúc|đồng thời|parallel)\b", re.IGNORECASE)


@prepared
def headed(index: Index) -> tuple[Moment, ...]:
    """The parts that headings name, each with its day and half; read once."""
    if "headings" not in index.cache:
        found = (_part(index, fact) for fact in facts_of(index.programme))
        index.cache["headings"] = tuple(part for part in found if part is not None)
    return cast(tuple[Moment, ...], index.cache["headings"])


def _part(index: Index, fact: Fact) -> Moment | None:
    heading = _HEADING.fullmatch(fact.text.strip())
    if heading is None or _NO_NAME.search(heading["name"]) or fact.source is None:
        return None
    day = _day(index, fact)
    if day is None:
        return None
    text = heading["when"] if not heading["room"] else f"{heading['when']}, tại {heading['room']}"
    return Moment(what=heading["name"], text=text, start=day, source=fact.source)


def _day(index: Index, fact: Fact) -> date | None:
    """The day of a heading: its own, or that of the first item behind it."""
    if index.default_year is not None and (dates := find_dates(fact.text, index.default_year)):
        return dates[0].first
    last = fact.source.last if fact.source is not None else 0
    behind = (s for s in index.programme.sessions if s.source is not None and s.source.first > last)
    return next((session.day for session in behind), None)
