"""The last look at an answer: does it hold what was asked for? A statement without a place answers no "ở đâu"."""

import re

from domain.answers.asked import Asked
from domain.answers.counted import undated
from domain.answers.duty_fitting import asks_hour, asks_of_work, duty_fits, said_of
from domain.answers.heads import asks_heads, counts_heads
from domain.answers.holding import CLEAR, CLOCK, HOLDING, NUMBER, PART_OF_DAY, WEAK
from domain.answers.money import SUM, asks_price
from domain.answers.nameless import counts_bodies
from domain.answers.query import Kind
from domain.answers.reached import CALLED
from domain.answers.sending import HANDED_IN, HANDING_IN
from domain.answers.texts import codes_of, read
from domain.answers.thing_itself import gives
from domain.answers.trips import asks_trip, is_trip
from domain.answers.values import (
    Answer,
    Attendance,
    ConferenceTimes,
    DayPlan,
    Deadline,
    HeadCount,
    PlanField,
    Practical,
    Quoted,
    Responsible,
    SessionTimes,
    UnitTasks,
)
from domain.answers.whereabouts import PLACE


def fits(asked: Asked, answer: Answer) -> bool:
    """Whether the answer could be one to what was asked, whatever the question was taken for."""
    if not gives(asked, answer):
        return False
    match answer:
        case Practical() | Quoted():
            return _quote_fits(asked, answer)
        case UnitTasks() if asked.u.kind is Kind.COUNT:
            sums = asks_price(asked.u.key, asked.u.words)
            return any((SUM if sums else NUMBER).search(task.text) for task in answer.tasks)
        case HeadCount() | Attendance() if asked.u.kind is Kind.COUNT and _NO_HEADS.search(asked.u.key):
            return False
        case HeadCount():
            return not asks_price(asked.u.key, asked.u.words)
        case PlanField(field="form"):
            return asked.u.score(Kind.COUNT) < CLEAR
        case Responsible():
            return duty_fits(asked, answer)
        case DayPlan():
            particular = any(asked.u.score(kind) >= CLEAR for kind in _OF_ONE_ITEM)
            return not particular or asked.only_conference()  # a list tells not which of its lines was meant
        case SessionTimes() if asks_trip(asked) and not any(is_trip(line.title) for line in answer.lines):
            return False
        case SessionTimes() | ConferenceTimes() if asked.u.kind is Kind.COUNT:
            return any(asked.u.score(kind) >= WEAK for kind in _OF_TIME)  # how many questions is no hour
        case SessionTimes() if _HANDING_IN.search(asked.u.key) or asked.u.score(Kind.DEADLINE) >= CLEAR:
            return "arrival" in asked.u.concepts or any(HANDED_IN.search(line.title) for line in answer.lines)
        case Deadline() if _of_other_days(asked, answer):
            return False
        case Deadline() if _BY_WHICH_HOUR.search(asked.u.key):
            return any(CLOCK.search(said_of(task)) for task in answer.tasks)
        case Deadline() if asked.u.score(Kind.DEADLINE) < WEAK:
            return asks_of_work(asked, answer.tasks)
        case ConferenceTimes():
            return _whole_fits(asked, answer)
        case _:
            return True


def _of_other_days(asked: Asked, answer: Deadline) -> bool:
    """Whether a day is asked about ("sáng mai mấy giờ có mặt") on which nothing of this is due."""
    asked_of = asked.days
    due = [task.deadline.date() for task in answer.tasks if task.deadline is not None]
    return (
        asked_of is not None
        and bool(due)
        and asked.u.score(Kind.DEADLINE) < CLEAR
        and not any(day in asked_of for day in due)
    )


_NO_HEADS = re.compile(
    r"\b(?:may|bao nhieu) (?:tiet|trang|bai|cau|diem|ban|xe|phong|suat|giai|co|leu|ve|ngay|buoi|gio|phut|tham luan"
    r"|bao cao|tap the|muc|phien|chuyen de|tieu ban|vong|bang khen|giay khen|hien vat|san pham|gian hang)\b"
)
"""Counts things: how many people come does not tell."""


_OF_TIME = (Kind.WHEN, Kind.END, Kind.DURATION, Kind.TIME_LEFT, Kind.DEADLINE, Kind.DAY, Kind.AT, Kind.NTH)

_OF_ONE_ITEM = (Kind.WHERE, Kind.ROOM, Kind.WHO, Kind.COUNT)
"""Kinds of question about one thing, whatever day it is on."""


def _quote_fits(asked: Asked, answer: Practical | Quoted) -> bool:
    """Whether a statement holds what is asked for: a place, a time, a number, and where an hour is asked for, one."""
    if asks_hour(asked):
        hours = (CLOCK,) if asked.u.when.part is not None else (CLOCK, PART_OF_DAY)
        if not any(pattern.search(text) for text in answer.texts for pattern in hours):
            return False
    said = " ".join(answer.texts)
    if asks_trip(asked) and not is_trip(said):
        return False
    if asked.u.score(Kind.WHERE) >= CLEAR and not _names_another_place(asked, said):
        return False
    if asked.u.kind is Kind.WHO and _SEES_TO.search(asked.u.key) and not _names_unit(asked, said):
        return False
    if asked.u.score(Kind.COUNT) >= CLEAR:
        if asks_heads(asked.u.key) and not any(map(counts_heads, answer.texts)):
            return False
        said = _without_own_numbers(asked, said)
        if not counts_bodies(asked, answer.texts):
            return False
        if asked.u.score(Kind.WHEN) < WEAK and not NUMBER.search(undated(said)):
            return False
    return all(pattern.search(said) for kind, pattern in HOLDING.items() if asked.u.score(kind) >= CLEAR)


def _without_own_numbers(asked: Asked, said: str) -> str:
    """A text without the numbers that the question names itself: "lớp 6" does not tell how many are in it."""
    own = [token.word for token in asked.u.tokens if token.word.isdecimal()]
    return re.sub(rf"(?<!\d)(?:{'|'.join(own)})(?!\d)", " ", said) if own else said


_SEES_TO = re.compile(
    r"\b(?:ai|nguoi nao|(?:don vi|ben|bo phan|phong|ban|to|so|co quan) nao|who)"
    r"(?: se| phai| phu trach)? (?:lo|bo tri|sap xep|chuan bi|chiu trach nhiem|phu trach|nau"
    r"|phuc vu|cung cap|trong|giu|mua|thue|don dep"
    r"|arranges?|handles?|cooks?|provides?|serves?)\b"
)
"""Asks for whoever sees to a thing: a statement that names nobody is no answer."""


def sees_to(asked: Asked) -> bool:
    """Whether it is asked who sees to a thing, or does it: not who performs, comes or is given something."""
    return bool(_SEES_TO.search(asked.u.key))


def _names_unit(asked: Asked, said: str) -> bool:
    spoken = codes_of(said)
    named = any(codes_of(body.name) <= spoken for body in asked.index.programme.units)
    return named or bool(_SOMEBODY.search(said))


_SOMEBODY = re.compile(
    r"(?<!\bmỗi )\b(?:đồng chí|đ/c|ông|bà|cô|chị|anh|thầy|ths|ts|bs|mr|ms|ban|phòng|sở|trung tâm|đoàn|hội|ubnd"
    r"|văn phòng|công ty"
    rf"|tự túc|tự lo)\b|{CALLED.pattern}",
    re.IGNORECASE,
)


def _names_another_place(asked: Asked, said: str) -> bool:
    """Whether a statement names a place other than the one asked about: "Tại điểm cầu chính: đại diện lãnh đạo …"."""
    spoken = asked.u.words | {token.word for token in asked.u.tokens}
    behind = (said[found.end() : found.end() + _PLACE_NAME] for found in PLACE.finditer(said))
    return any(
        {token.word for token in read(_END.split(text.lstrip(" :–-"), maxsplit=1)[0])[0][:3]} - spoken
        for text in behind
    )


_PLACE_NAME = 40
_END = re.compile(r"[:;.]")

_BY_WHICH_HOUR = re.compile(r"\btruoc may (?:gio|h)\b")
"""Asks for an hour to be there or ready by; a day alone is none."""

_HANDING_IN = re.compile(rf"\b(?:{'|'.join(sorted(HANDING_IN))})\b(?! bay\b)")
"""Speaks of handing something in; "trình bày" does not."""

_NEWS = re.compile(
    r"\b(?:bao gio|khi nao|hom nao|ngay nao|chung nao|when)\b.{0,20}"
    r"\b(?:biet|co ket qua|tra loi|thong bao|hear back|know)\b"
)
"""Asks when one is told something: when the conference is held does not tell."""


def _whole_fits(asked: Asked, answer: ConferenceTimes) -> bool:
    """Whether the times of the whole tell the hour, or the part of the day, that is asked for."""
    if _NEWS.search(asked.u.key) and not asked.u.about_conference:
        return False
    if asked.u.score(Kind.DEADLINE) >= CLEAR and "arrival" not in asked.u.concepts:
        return False  # when something is due is no hour of the whole
    if answer.first is None:
        return answer.known.opens is not None or not (asks_hour(asked) and asked.u.when.day is not None)
    if asked.u.when.part is None:
        return True
    lines = (answer.first, answer.main, answer.last)
    return any(line is not None and line.start and asked.u.when.part.covers(line.start) for line in lines)
