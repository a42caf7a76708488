"""A task's life: which act leads from which state to which, who may do it, what can be undone, when it is late.

The one table is `MOVES`. A history is the list of moves that were made, oldest first; `state_of` and `undo_of` read
it. Overdue is computed from the deadline, never stored.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, assert_never

from domain.conference import TaskState
from domain.ids import AccountId
from domain.refusal import Refusal

UNDO_WITHIN = timedelta(minutes=10)


class Act(StrEnum):
    """What somebody does with a task."""

    SLEEP = "sleep"
    ASSIGN = "assign"
    WAKE = "wake"
    ACCEPT = "accept"
    REFUSE = "refuse"
    PROGRESS = "progress"
    REPORT = "report"
    FINISH = "finish"
    RETURN = "return"
    REOPEN = "reopen"
    REPEAT = "repeat"
    SHARE = "share"
    HAND_OVER = "hand_over"
    WITHDRAW = "withdraw"


class Side(StrEnum):
    """Whose act it is. Organizers may also do a unit's acts for it (it answered by telephone)."""

    UNIT = "unit"
    ORGANIZERS = "organizers"


S = TaskState
_OPEN = (S.ASSIGNED, S.ACCEPTED, S.IN_PROGRESS, S.REFUSED, S.REPORTED, S.RETURNED)
_AT_WORK = (S.ACCEPTED, S.IN_PROGRESS, S.RETURNED)
MOVES: Mapping[Act, Mapping[TaskState, TaskState]] = {
    Act.SLEEP: {S.DRAFT: S.DORMANT},
    Act.ASSIGN: {S.DRAFT: S.ASSIGNED, S.REFUSED: S.ASSIGNED},
    Act.WAKE: {S.DORMANT: S.ASSIGNED},
    Act.ACCEPT: {S.ASSIGNED: S.ACCEPTED},
    Act.REFUSE: {S.ASSIGNED: S.REFUSED},
    Act.PROGRESS: dict.fromkeys(_AT_WORK, S.IN_PROGRESS),
    Act.REPORT: dict.fromkeys((*_AT_WORK, S.REPORTED), S.REPORTED),
    Act.FINISH: {S.REPORTED: S.DONE},
    Act.RETURN: {S.REPORTED: S.RETURNED},
    Act.REOPEN: {S.DONE: S.ACCEPTED},
    Act.REPEAT: {S.DONE: S.ACCEPTED},
    Act.SHARE: dict.fromkeys((S.DRAFT, S.ASSIGNED, S.REFUSED, *_AT_WORK), S.SHARED),
    Act.HAND_OVER: {S.DRAFT: S.DRAFT, S.DORMANT: S.DORMANT, **dict.fromkeys((S.SHARED, *_OPEN), S.ASSIGNED)},
    Act.WITHDRAW: dict.fromkeys((S.DRAFT, S.DORMANT, S.SHARED, *_OPEN), S.WITHDRAWN),
}
"""Every move there is: act, the state it may find, the state it leaves."""

UNIT_ACTS = frozenset({Act.ACCEPT, Act.REFUSE, Act.PROGRESS, Act.REPORT})
BY_ITSELF = frozenset({Act.REPEAT, Act.SHARE})
"""Moves that nobody makes: a recurring task that was done comes round again, one of many members goes to each."""


def move(state: TaskState, act: Act) -> TaskState:
    """The state an act leads to; refuses a move that the table does not have."""
    after = MOVES[act].get(state)
    if after is None:
        raise Refusal("task_wrong_state", state=state.value)
    return after


def possible(state: TaskState, side: Side) -> tuple[Act, ...]:
    """What may be done with a task now, in the order of the table."""
    mine = UNIT_ACTS if side is Side.UNIT else frozenset(Act) - BY_ITSELF
    return tuple(act for act in Act if state in MOVES[act] and act in mine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a task's history. `before` and `after` are empty for what moves nothing (a chase, a new deadline).

    `was` are the values that the act changed, as they were: what an undo puts back. An undo's `note` is the act that
    it takes back.
    """

    act: str
    at: datetime
    by: AccountId | None = None
    before: TaskState | None = None
    after: TaskState | None = None
    note: str | None = None
    document: int | None = None
    was: Mapping[str, Any] | None = None


UNDO = "undo"
_MOVED = frozenset({"state", "snooze"})
CHANGES: Mapping[str, frozenset[str]] = {
    **{act.value: _MOVED for act in Act},
    Act.HAND_OVER.value: _MOVED | {"unit", "helpers"},
    "deadline": frozenset({"deadline"}),
    "text": frozenset({"text"}),
    "urgent": frozenset({"urgent"}),
    "helpers": frozenset({"helpers"}),
    "ladder": frozenset({"rungs"}),
    "snooze": frozenset({"snooze"}),
    "split": frozenset({"text"}),
    "merge": frozenset({"text", "deadline", "helpers"}),
}
"""What each act changes of a task: it can be taken back until somebody has changed the same again."""


_ALSO = {"coordinating": "helpers", "deadline": "deadline"}
"""Values that an act of another name may change, too: new words of a task name a deadline or who helps."""


def _changed(line: Line) -> frozenset[str]:
    """What the line has changed of the task."""
    return CHANGES[line.act] | {_ALSO[name] for name in line.was or () if name in _ALSO}


def _is_change(line: Line) -> bool:
    """Whether the line can be taken back at all; a further file of a report is part of the report's move."""
    return line.after is not None if line.act in frozenset(Act) else line.act in CHANGES


def in_force(history: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that stand, oldest first: an undo takes away the last act of its kind that its person did."""
    standing: list[Line] = []
    for line in history:
        if line.act != UNDO:
            standing.append(line)
            continue
        undone = (n for n in range(len(standing) - 1, -1, -1) if _is_undone(standing[n], line))
        if (place := next(undone, None)) is not None:
            after = standing[place + 1 :]
            standing[place:] = [each for each in after if not _went_with(each, standing[place])]
    return tuple(standing)


def _went_with(line: Line, act: Line) -> bool:
    """A task that was handed over to a collective unit was shared with it: the two are one act."""
    return (line.act, line.at, line.by, act.act) == (Act.SHARE, act.at, None, Act.HAND_OVER)


def _is_undone(line: Line, undo: Line) -> bool:
    return line.act == undo.note and line.by == undo.by and _is_change(line)


def moves_in_force(history: Iterable[Line]) -> tuple[Line, ...]:
    """The moves that stand, oldest first; other lines count for nothing."""
    return tuple(line for line in in_force(history) if line.after is not None)


def state_of(history: Iterable[Line]) -> TaskState:
    """Where the moves in force have led; a task without any is a draft."""
    standing = moves_in_force(history)
    return TaskState.DRAFT if not standing or standing[-1].after is None else standing[-1].after


def to_undo(history: Sequence[Line], who: AccountId, now: datetime, within: timedelta = UNDO_WITHIN) -> Line:
    """The person's last act, if it can be taken back: in time, and with nothing of it changed again by others.

    An undo cannot be undone, and what came before the undone act stays as it is: one step back, not a ladder. The
    handing out by a publication stays, because other people's work hangs on it.
    """
    standing = in_force(history)
    mine = [line for line in history if line.by == who and (line.act == UNDO or _is_change(line))]
    last = mine[-1] if mine else None
    if last is None and any(_is_change(line) and not _stays(line) for line in standing):
        raise Refusal("task_not_yours_to_undo")
    if last is None or last.act == UNDO or _stays(last):
        raise Refusal("task_nothing_to_undo")
    place = max(n for n, line in enumerate(standing) if line is last)
    since = [line for line in standing[place + 1 :] if _is_change(line) and not _went_with(line, last)]
    if any(_changed(line) & _changed(last) for line in since):
        raise Refusal("task_not_yours_to_undo")
    if not timedelta(0) <= now - last.at <= within:
        raise Refusal("task_too_late_to_undo", minutes=int(within.total_seconds()) // 60)
    return last


def undo_of(history: Sequence[Line], who: AccountId, now: datetime, within: timedelta = UNDO_WITHIN) -> Line:
    """The line that takes the person's last act back; refuses where it cannot be."""
    last = to_undo(history, who, now, within)
    return Line(act=UNDO, at=now, by=who, before=last.after, after=last.before, note=last.act)


def _stays(line: Line) -> bool:
    return line.act == Act.SLEEP or (line.act == Act.ASSIGN and line.before is TaskState.DRAFT)


def can_undo(history: Sequence[Line], who: AccountId, now: datetime, within: timedelta = UNDO_WITHIN) -> bool:
    """Whether the person may still take back what they did last."""
    try:
        undo_of(history, who, now, within)
    except Refusal:
        return False
    return True


def awaits_unit(state: TaskState) -> bool:
    """Whether the unit has something to do (and may be chased)."""
    match state:
        case S.ASSIGNED | S.ACCEPTED | S.IN_PROGRESS | S.RETURNED:
            return True
        case S.DRAFT | S.DORMANT | S.REFUSED | S.REPORTED | S.DONE | S.SHARED | S.WITHDRAWN:
            return False
        case _:
            assert_never(state)


def is_overdue(state: TaskState, deadline: datetime | None, now: datetime) -> bool:
    """Whether the unit should have been through; `deadline` and `now` are both aware or both local."""
    return awaits_unit(state) and deadline is not None and now > deadline


RISK = timedelta(days=3)


def is_at_risk(state: TaskState, percent: int | None, deadline: datetime | None, now: datetime, reached: bool) -> bool:
    """Due within days and not taken, sent back, less than half done, or of a unit that nobody reaches; not yet late."""
    if not awaits_unit(state) or deadline is None or not now <= deadline <= now + RISK:
        return False
    slow = state is S.IN_PROGRESS and (percent or 0) < 50
    return not reached or slow or state in (S.ASSIGNED, S.RETURNED)


_BOARD_ORDER = (
    S.REFUSED,
    S.RETURNED,
    S.ASSIGNED,
    S.REPORTED,
    S.ACCEPTED,
    S.IN_PROGRESS,
    S.DORMANT,
    S.DRAFT,
    S.DONE,
    S.SHARED,
    S.WITHDRAWN,
)


_PERCENT = re.compile(r"(?<!\d)(100|\d{1,2})\s*(?:%|ph[aầ]n tr[aă]m)", re.IGNORECASE)


def percent_in(note: str | None) -> int | None:
    """How far the work is, where the words say so ("60%, đang in")."""
    found = _PERCENT.search(note or "")
    return None if found is None else int(found[1])


def board_rank(state: TaskState, late: bool) -> int:
    """Where a task stands on the board: late ones first, then what somebody has to do something about."""
    return -1 if late else _BOARD_ORDER.index(state)
