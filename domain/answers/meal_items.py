"""The meals of the agenda: which one is eaten on the day and at the time of day asked about, and where."""

import re
from dataclasses import replace
from datetime import time

from domain.answers import agenda
from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.values import Answer, WhereIs
from domain.conference import Session
from domain.dates import find_dates
from domain.when import DayRange

_EATS = re.compile(
    r"\b(?:an(?! (?:toan|ninh|mac|sinh|thi|giang|lao))|com|tiec(?! tra)|bua|buffet|lunch|dinner|breakfast|meal|eat)\b"
)
_EATEN = re.compile(
    r"\b(?:ăn(?! (?:mặc|năn))|cơm|tiệc(?! trà)|bữa|chiêu đãi|liên hoan(?! (?:dân ca|văn nghệ|nghệ thuật|tiếng hát))"
    r"|gala|lunch|dinner|breakfast)\b",
    re.IGNORECASE,
)
_TIMES = (
    (re.compile(r"\b(?:sang|breakfast|diem tam)\b"), time(4), time(10)),
    (re.compile(r"\b(?:trua|lunch|noon)\b"), time(10, 15), time(14)),
    (re.compile(r"\b(?:toi(?! da)|chieu|dem|dinner|evening)\b"), time(16, 30), time(23, 59)),
)
"""When each meal is eaten, by the word it is asked for with."""

_EXCURSION_DAY = re.compile(
    r"\b(?:ngay|hom|buoi|luc|khi) (?:di )?(?P<what>tham quan|khao sat|da ngoai|thuc te|trai nghiem|ve nguon|thuc dia)\b"
    r"|\b(?:field trip|excursion|factory tour|site visit|study tour|visit)\b"
)
_EXCURSION = re.compile(
    r"(?<!bốc )\b(?:tham quan|thăm(?! hỏi)|khảo sát|dã ngoại|thực tế|trải nghiệm|về nguồn|field trip"
    r"|excursion|tour|site visit)\b(?! (?:gian|phòng|triển|khu trưng))",
    re.IGNORECASE,
)


def eaten_then(asked: Asked) -> Answer | None:
    """Where or when the meal of the day named is eaten, by the agenda; that it is no meal of that day's agenda."""
    window = next((window for said, *window in _TIMES if said.search(asked.u.key)), None)
    asks = [kind for kind in (Kind.WHERE, Kind.WHEN, Kind.EXISTS) if asked.u.score(kind) >= _ASKED[kind]]
    asks += [Kind.EXISTS] if not asks and _IS_THERE.search(asked.u.key) else []
    if {Kind.WHERE, Kind.WHEN} <= {*asks}:
        return None  # both are told together
    if window is None or not asks or not _EATS.search(asked.u.key) or not _of_nothing_else(asked):
        return None
    days = asked.days or _of_excursion(asked)
    meals = [s for s in asked.index.programme.sessions if s.start is not None and _EATEN.search(s.title)]
    then = [s for s in meals if s.start is not None and window[0] <= s.start <= window[1]]
    if days is None and asked.now is not None and any(s.day == asked.now.date() for s in then):
        days = DayRange(asked.now.date(), asked.now.date())
    items = [s for s in then if days is None or (s.day is not None and s.day in days)]
    if items and (days is not None or len(items) == 1):
        return _told(asked, asks[0], items)
    if (
        items
        or not meals
        or (days is None and (then or asks[0] is not Kind.EXISTS))
        or _told_of_all(asked, days, placed=asks[0] is Kind.WHERE)
    ):
        return None
    return agenda.day_plan(asked) if asks[0] is Kind.EXISTS and asked.days else asked.no_information("meals")


_IS_THERE = re.compile(r"\b(?:co|duoc)\b.*\b(?:khong|ko|k)\b|^(?:is|are) there\b")
_ASKED = {Kind.WHERE: CLEAR, Kind.WHEN: CLEAR, Kind.EXISTS: 1.0}


def _of_nothing_else(asked: Asked) -> bool:
    """Whether nothing is spoken of but the meal, its day and those who eat: no number of plates, nothing after it."""
    if asked.u.anchor or asked.u.asks(Kind.DEADLINE, Kind.COUNT, Kind.END) or asked.u.score(Kind.WHO) >= CLEAR:
        return False
    return all({unit.code, asked.word_of(unit)} & _BESIDE for unit in asked.specific())


_BESIDE = words_in(
    """
    @meals @lunch @dinner @breakfast @party @visit @delegate @guest @arrival an com tiec bua sang trua toi chieu lunch
    dinner breakfast eat doan moi nguoi ca nha lop anh em dai bieu khach ngay hom buoi dau cuoi tham quan khao sat thuc
    dia te da ngoai excursion trip field day tour visit first second last dung moi duoc
    """
)


def _told(asked: Asked, kind: Kind, items: list[Session]) -> Answer | None:
    """The items of the meal; no place of the whole where another statement tells where one eats."""
    if kind is not Kind.WHERE:
        return session_times(asked, items, "start")
    placed = tuple(
        line if line.place else replace(line, place=_place_within(line.title)) for line in asked.placed_lines(items)
    )
    if not all(line.place for line in placed) and any(map(_EATEN_AT.search, _statements(asked))):
        return None
    return WhereIs(place=asked.conference.venue, lines=placed, sources=sources_of(items))


def _place_within(title: str) -> str | None:
    """The place that stands in the title of a meal: "Cơm tối (nhà hàng tầng 1). Sau đó tự do"."""
    found = _WITHIN.search(title)
    return (found["at"] or found["in"]).strip() if found else None


_WITHIN = re.compile(
    r"\b(?:tại|ở)\s+(?P<at>[^.;()]+)|\((?P<in>(?:tại )?(?:nhà|sảnh|tầng|phòng|sân|khách sạn|hội trường|căng tin|quán)\b"
    r"[^()]*)\)",
    re.IGNORECASE,
)
_EATEN_AT = re.compile(
    r"(?:\băn\b|\bcơm\b|\btiệc\b|\bgala\b|\bbữa\b)[^:.;]{0,30}(?::(?!\s*\d)| tại | ở )\s*(?=\S)", re.IGNORECASE
)


def _statements(asked: Asked) -> list[str]:
    texts = [fact.text for fact in asked.index.facts] + [task.text for task in asked.index.programme.tasks]
    return [*texts, *(asked.conference.venue or "").split("\n")]


def _of_excursion(asked: Asked) -> DayRange | None:
    """The day of the excursion, where it is named so and there is but one."""
    if not _EXCURSION_DAY.search(asked.u.key):
        return None
    days = {s.day for s in asked.index.programme.sessions if s.day is not None and _EXCURSION.search(s.title)}
    return DayRange(min(days), max(days)) if len(days) == 1 else None


def _told_of_all(asked: Asked, days: DayRange | None, *, placed: bool) -> bool:
    """Whether some statement beside the agenda has people fed on that day, or on every day, and where."""
    if _PARTY.search(asked.u.key):
        return False
    spoken = [text for text in _statements(asked) if _FED.search(text) and (not placed or _EATEN_AT.search(text))]
    year = days.first.year if days else None
    dated = [[day for span in find_dates(text, year) for day in span.days] for text in spoken]
    return any(not each or days is None or any(day in days for day in each) for each in dated)


_PARTY = re.compile(r"\b(?:tiec|lien hoan|gala|party|banquet)\b")
_FED = re.compile(
    r"\b(?:bố trí|phục vụ|được|bao|lo|chuẩn bị|mời|đón tiếp,)\b[^.;]{0,30}\b(?:ăn|cơm|bữa|tiệc)\b"
    r"|\b(?:ăn,? (?:nghỉ|ở|uống)|(?:các|mọi|\d+) bữa(?! (?:ăn )?khác)|nơi ăn|suất ăn)\b",
    re.IGNORECASE,
)
