"""A task's life: which act leads from which state to which, who may do it, what can be undone, when it is late.

The one table is `MOVES`. A history is the list of moves that were made, oldest first; `state_of` and `undo_of` read
it. Overdue is computed from the deadline, never stored.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

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
    Act.HAND_OVER: {S.DRAFT: S.DRAFT, S.DORMANT: S.DORMANT, **dict.fromkeys(_OPEN, S.ASSIGNED)},
    Act.WITHDRAW: dict.fromkeys((S.DRAFT, S.DORMANT, S.SHARED, *_OPEN), S.WITHDRAWN),
}
"""Every move there is: act, the state it may find, the state it leaves."""

UNIT_ACTS = frozenset({Act.ACCEPT, Act.REFUSE, Act.PROGRESS, Act.REPORT})
BY_ITSELF = frozenset({Act.REPEAT, Act.SHARE})
"""Moves that nobody makes: a recurring task that was done comes round again, one of many members goes to each."""
NEEDS_NOTE = frozenset({Act.REFUSE, Act.PROGRESS, Act.REPORT, Act.RETURN})


def side_of(act: Act) -> Side:
    """Whose act it is."""
    return Side.UNIT if act in UNIT_ACTS else Side.ORGANIZERS


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
    """A line of a task's history. `before` and `after` are empty for what moves nothing (a chase, a new deadline)."""

    act: str
    at: datetime
    by: AccountId | None = None
    before: TaskState | None = None
    after: TaskState | None = None
    note: str | None = None
    document: int | None = None


UNDO = "undo"


def moves_in_force(history: Iterable[Line]) -> tuple[Line, ...]:
    """The moves that stand, oldest first: an undo takes the last one away, other lines count for nothing."""
    standing: list[Line] = []
    for line in history:
        if line.act == UNDO:
            standing.pop()
        elif line.after is not None:
            standing.append(line)
    return tuple(standing)


def state_of(history: Iterable[Line]) -> TaskState:
    """Where the moves in force have led; a task without any is a draft."""
    standing = moves_in_force(history)
    return TaskState.DRAFT if not standing or standing[-1].after is None else standing[-1].after


def undo_of(history: Sequence[Line], who: AccountId, now: datetime, within: timedelta = UNDO_WITHIN) -> Line:
    """The line that undoes the last move; refuses where there is none, it is another's, or it is too long ago.

    An undo cannot be undone, and what came before the undone move stays as it is: one step back, not a ladder.
    What other people's work hangs on stays: a task handed over, and the handing out by a publication.
    """
    moving = [line for line in history if line.after is not None]
    last = moving[-1] if moving else None
    if last is None or last.act in (UNDO, Act.HAND_OVER, Act.SLEEP) or _is_handing_out(last):
        raise Refusal("task_nothing_to_undo")
    if last.by != who:
        raise Refusal("task_not_yours_to_undo")
    if not timedelta(0) <= now - last.at <= within:
        raise Refusal("task_too_late_to_undo", minutes=int(within.total_seconds()) // 60)
    return Line(act=UNDO, at=now, by=who, before=last.after, after=last.before)


def _is_handing_out(line: Line) -> bool:
    return line.act == Act.ASSIGN and line.before is TaskState.DRAFT


def can_undo(history: Sequence[Line], who: AccountId, now: datetime, within: timedelta = UNDO_WITHIN) -> bool:
    """Whether the person may still take back the last move."""
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
