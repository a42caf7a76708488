"""Days told in sentences that begin with a half of the day: "Sáng đi thăm xưởng. Chiều tọa đàm. Tối tự do."."""

import re

from documents.plan.agenda_days import half_of, on_weekday
from documents.plan.agenda_events import Known
from documents.plan.agenda_sentences import own_hours
from documents.plan.agenda_state import State

_HALF = r"(?:[Bb]uổi\s+)?(?i:sáng|trưa|chiều|tối)"
_BEGINS = re.compile(
    rf"(?P<half>{_HALF})(?:\s+cùng ngày)?[\s,]+"
    r"(?!(?i:tạo|kiến|lập|chế|tác|ưu|thiểu|đa|cao|dài|rộng|hướng|nay|mai|qua|thứ|chủ nhật|ngày|và"
    r"|đến (?:trưa|chiều|tối|hết))\b)(?=[^\W\d_])"
)
_WEEKDAY = re.compile(
    rf"(?:(?i:vào|đến|sang|riêng)\s+)?(?:(?P<half>{_HALF})\s+)?"
    r"(?P<day>(?i:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật))(?:\s*[,:–-]\s*|\s+)(?=\S)"
)


def tells_by_halves(sentences: list[str]) -> bool:
    """Whether several halves of a day each begin a sentence of their own."""
    begun = (_BEGINS.match(sentence) for sentence in sentences)
    return len({found["half"].lower().split()[-1] for found in begun if found}) > 1


def opens_half(sentence: str) -> bool:
    """Whether a sentence begins with a half of the day and what is done in it."""
    return _BEGINS.match(sentence) is not None


def from_its_half(sentence: str, state: State) -> str:
    """The sentence without the half that it begins with, which holds from there on; one without an hour keeps it."""
    begun = _BEGINS.match(sentence)
    if begun is None:
        return sentence
    enter_half(begun["half"], state)
    rest = sentence[begun.end() :]
    return rest[:1].upper() + rest[1:] if own_hours(sentence) else sentence


def from_its_weekday(sentence: str, state: State, known: Known) -> str:
    """The sentence without the weekday that it begins with, where that is a day of the conference."""
    opens = _WEEKDAY.match(sentence)
    day = on_weekday(opens["day"], known) if opens else None
    if opens is None or day is None or not own_hours(sentence[opens.end() :]):
        return sentence
    state.day = day
    enter_half(opens["half"] or "", state)
    return sentence[opens.end() :]


def enter_half(named: str, state: State) -> None:
    """Begin a half of the day: what the one before was called, and its room, hold no more."""
    state.half, state.room = half_of(named), state.place
    if state.block == state.of_half:
        state.block = None


def begins_with_day(text: str) -> bool:
    """Whether a paragraph begins with a weekday or a half of the day."""
    return _WEEKDAY.match(text) is not None or re.match(rf"{_HALF}[\s,]", text) is not None
