"""A trip to a site ("đi thực tế", "field trip"): what is shown in the house is none, nor is a talk on tourism."""

import re

from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.query import Kind
from domain.answers.values import Answer
from domain.conference import SessionState


def asks_trip(asked: Asked) -> bool:
    """Whether a trip to a site is asked about, and no stand or exhibition."""
    return bool(_GOES_OUT.search(asked.u.key)) and "visit" in asked.u.concepts


def is_trip(title: str) -> bool:
    """Whether an item takes people out to a site."""
    return bool(_TRIP.search(title)) and not (_ON_SHOW.search(title) and not _OUT.search(title))


def trip(asked: Asked) -> Answer | None:
    """When the trip is: the items that take people out, whatever they are called."""
    if not asks_trip(asked) or asked.u.score(Kind.WHEN) < CLEAR or {u.code for u in asked.specific()} != {"@visit"}:
        return None
    live = (s for s in asked.index.programme.sessions if s.state is not SessionState.CANCELLED and asked.in_scope(s))
    items = [item for item in live if is_trip(item.title)]
    return session_times(asked, items, "start") if 0 < len(items) <= _FEW else None


_FEW = 3
_GOES_OUT = re.compile(r"\b(?:thuc te|thuc dia|field (?:trip|visit)|site visit|da ngoai)\b")
_OUT = re.compile(
    r"(?:đi|tham quan|khảo sát|kiểm tra) (?:thực tế|thực địa)|khảo sát|(?:tham quan|thăm) mô hình", re.IGNORECASE
)
_TRIP = re.compile(
    rf"{_OUT.pattern}|\btham quan\b|(?<!bốc )(?<!rút )\bthăm(?! hỏi| dò)\b|dã ngoại|về nguồn|\bvisits?\b"
    r"|\btour\b|excursion|field trip",
    re.IGNORECASE,
)
_ON_SHOW = re.compile(
    r"gian|trưng bày|triển lãm|poster|áp phích|sa bàn|hội chợ|truyền thống|khánh thành|exhibition|booth|stand",
    re.IGNORECASE,
)
