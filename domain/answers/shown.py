"""Whether an answer shows what was asked for beside the first thing: a time, a place, somebody, a number."""

import re

from domain.answers.holding import TIME
from domain.answers.pieces import Line, TaskLine
from domain.answers.query import Kind
from domain.answers.reached import REACHABLE
from domain.answers.values import (
    Answer,
    ConferenceTimes,
    Deadline,
    MomentTimes,
    Practical,
    Quoted,
    Responsible,
    SessionTimes,
    WhereIs,
)
from domain.answers.whereabouts import SOMEWHERE
from domain.nested import texts_in

SOMEBODY = re.compile(
    r"\b(?:đồng chí|đ/c|ông|bà|cô|chị|anh|ths|ts|bs|gs|pgs|mr|ms|mrs|dr)\b|\d{3}.?\d{3}|\w@\w", re.IGNORECASE
)

_WHEN = frozenset({Kind.WHEN, Kind.END, Kind.DEADLINE})
_WHERE = frozenset({Kind.WHERE, Kind.ROOM})
_WHO = frozenset({Kind.WHO, Kind.CHAIR})
_TOLD = SessionTimes | MomentTimes | ConferenceTimes | Responsible | WhereIs | Deadline
"""Answers whose parts say what they hold; a quote is looked into, and others were found by what was asked."""


def shows(answer: Answer, kind: Kind) -> bool:
    """Whether the answer holds what a question of this kind asks for."""
    if isinstance(answer, Quoted | Practical):
        said = " ".join(answer.texts)
        return kind not in _PATTERNS or bool(_PATTERNS[kind].search(said))
    if not isinstance(answer, _TOLD):
        return True
    if kind in _WHEN:
        return not isinstance(answer, WhereIs | Responsible) or _dated(answer)
    if kind in _WHERE:
        return isinstance(answer, WhereIs) or _placed(answer)
    if kind in _WHO:
        return _named(answer)
    return kind is not Kind.COUNT


def reachable(answer: Answer) -> bool:
    """Whether an answer gives a number or an address of whom it names."""
    return any(REACHABLE.search(text) for text in texts_in(answer))


def _lines(answer: Answer) -> tuple[Line, ...]:
    return answer.lines if isinstance(answer, SessionTimes | Responsible | WhereIs) else ()


def _tasks(answer: Answer) -> tuple[TaskLine, ...]:
    return answer.tasks if isinstance(answer, Responsible | Deadline) else ()


def _dated(answer: Answer) -> bool:
    lines = any(line.start or line.day or line.within_start for line in _lines(answer))
    return lines or any(task.deadline or task.deadline_text or TIME.search(task.text) for task in _tasks(answer))


def _placed(answer: Answer) -> bool:
    if isinstance(answer, MomentTimes | ConferenceTimes):
        return answer.place is not None
    lines = any(line.place for line in _lines(answer))
    return lines or any(SOMEWHERE.search(task.text) for task in _tasks(answer))


def _named(answer: Answer) -> bool:
    lines = any(line.by or SOMEBODY.search(line.title) for line in _lines(answer))
    return lines or any(task.unit for task in _tasks(answer))


_PATTERNS = dict.fromkeys(_WHEN, TIME) | dict.fromkeys(_WHERE, SOMEWHERE) | {Kind.COUNT: re.compile(r"\d")}
