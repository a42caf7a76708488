"""No forbidden move, no lost state, and an undo restores: tried on every path that chance finds."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conference import TaskState
from domain.ids import AccountId
from domain.refusal import Refusal
from domain.tasks import (
    BY_ITSELF,
    MOVES,
    UNDO,
    UNDO_WITHIN,
    Act,
    Line,
    Side,
    awaits_unit,
    can_undo,
    in_force,
    is_overdue,
    move,
    possible,
    state_of,
    to_undo,
    undo_of,
)

NOW = datetime(2026, 7, 1, 2, tzinfo=UTC)
PEOPLE = st.sampled_from([AccountId(1), AccountId(2)])


def _line(act: Act, state: TaskState, by: AccountId, at: datetime) -> Line:
    return Line(act=act.value, at=at, by=by, before=state, after=move(state, act))


VALUES = ["deadline", "text", "helpers", "urgent", "merge"]


@given(st.lists(st.tuples(st.sampled_from([*Act, UNDO, "chase", *VALUES]), PEOPLE, st.integers(0, 15)), max_size=40))
def test_whatever_people_press_only_moves_of_the_table_happen_and_undo_restores(
    presses: list[tuple[str, AccountId, int]],
) -> None:
    history: list[Line] = []
    state, now = TaskState.DRAFT, NOW
    for act, who, minutes in presses:
        now += timedelta(minutes=minutes)
        if act in ("chase", *VALUES):
            history.append(Line(act=act, at=now, by=who, was={}))
        elif act == UNDO:
            if not can_undo(history, who, now):
                continue
            undone, standing = to_undo(history, who, now), in_force(history)
            history.append(undo_of(history, who, now))
            assert (undone.by, now - undone.at <= UNDO_WITHIN) == (who, True)
            assert in_force(history) == tuple(line for line in standing if line is not undone)
            state = undone.before or state
        elif state in MOVES[Act(act)]:
            history.append(_line(Act(act), state, who, now))
            state = MOVES[Act(act)][state]
        assert state_of(history) is state


@pytest.mark.parametrize(("act", "state"), list(product(Act, TaskState)))
def test_a_move_that_the_table_does_not_have_is_refused(act: Act, state: TaskState) -> None:
    if state in MOVES[act]:
        assert (act in possible(state, Side.ORGANIZERS)) == (act not in BY_ITSELF)
        return
    with pytest.raises(Refusal) as refused:
        move(state, act)
    assert (refused.value.code, refused.value.values) == ("task_wrong_state", {"state": state.value})


def test_every_state_but_draft_can_be_reached_and_only_withdrawn_is_an_end() -> None:
    reached = {TaskState.DRAFT}
    for _ in TaskState:
        reached |= {after for moves in MOVES.values() for before, after in moves.items() if before in reached}
    ends = {state for state in TaskState if not possible(state, Side.ORGANIZERS)}
    assert (reached, ends) == (set(TaskState), {TaskState.WITHDRAWN})


def test_a_unit_may_only_answer_and_report() -> None:
    assert {state.value: [act.value for act in possible(state, Side.UNIT)] for state in TaskState} == {
        "draft": [],
        "dormant": [],
        "assigned": ["accept", "refuse"],
        "accepted": ["progress", "report"],
        "in_progress": ["progress", "report"],
        "refused": [],
        "reported": ["report"],
        "done": [],
        "returned": ["progress", "report"],
        "shared": [],
        "withdrawn": [],
    }


def test_an_undo_cannot_be_undone_and_a_task_given_by_a_publication_stays_given() -> None:
    given_out = _line(Act.ASSIGN, TaskState.DRAFT, AccountId(1), NOW)
    with pytest.raises(Refusal) as refused:
        undo_of([given_out], AccountId(1), NOW)
    assert refused.value.code == "task_nothing_to_undo"
    accepted = _line(Act.ACCEPT, TaskState.ASSIGNED, AccountId(1), NOW)
    undone = undo_of([given_out, accepted], AccountId(1), NOW)
    assert (undone.before, undone.after) == (TaskState.ACCEPTED, TaskState.ASSIGNED)
    assert not can_undo([given_out, accepted, undone], AccountId(1), NOW)


def test_a_task_is_overdue_only_while_the_unit_has_something_to_do() -> None:
    before = NOW - timedelta(seconds=1)
    assert {state for state in TaskState if is_overdue(state, before, NOW)} == {
        TaskState.ASSIGNED,
        TaskState.ACCEPTED,
        TaskState.IN_PROGRESS,
        TaskState.RETURNED,
    }
    assert not is_overdue(TaskState.ASSIGNED, NOW, NOW)
    assert not is_overdue(TaskState.ASSIGNED, None, NOW)
    assert not awaits_unit(TaskState.DONE)
