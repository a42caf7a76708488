"""Making a move: who may, what is written down, and what a button that shows the task as it was comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.actor import Permission
from domain.ids import DocumentId, TaskId
from domain.refusal import Refusal
from domain.tasks import UNIT_ACTS, Act, Line, move, percent_in
from domain.views import Reply
from services.desk import Work
from services.taskcards import card
from services.tasklists import find, leads, mine
from services.tasknotices import freshen
from storage import taskhistory, tasks
from storage.tasks import StoredTask


async def for_act(work: Work, task: TaskId, act: Act) -> StoredTask:
    """The task, if the person may do this with it: units answer for what they lead, organizers do everything."""
    found = await find(work, task)
    if not (work.actor.may(Permission.MANAGE_TASKS) or (act in UNIT_ACTS and leads(work, found))):
        raise Refusal("task_not_yours" if act in UNIT_ACTS else "not_allowed")
    return found


async def outdated(work: Work, task: StoredTask, many: int = 0) -> Reply:
    """The button shows the task as it was: nothing is done, and it is shown as it is."""
    if many and work.actor.units:
        shown = await mine(work, said="changed", edit=True)
        return Reply(it=shown.it, edit=True, toast="task_changed")
    return Reply(it=await card(work, task, "changed"), edit=True, toast="task_changed")


async def apply(
    work: Work,
    task: StoredTask,
    act: Act,
    note: str | None = None,
    document: DocumentId | None = None,
    was: Mapping[str, Any] | None = None,
) -> StoredTask:
    """Make the move and write it down, with what else it changes (`was`); the task as it is then."""
    (after,) = await apply_all(work, [task], act, note, document, was)
    return after


async def apply_all(
    work: Work,
    some: Sequence[StoredTask],
    act: Act,
    note: str | None = None,
    document: DocumentId | None = None,
    was: Mapping[str, Any] | None = None,
) -> list[StoredTask]:
    """Make the same move with several tasks that are in the same state; the tasks as they are then."""
    if not some:
        return []
    after = move(some[0].state, act)
    by = work.actor.account or None
    line = Line(act=act.value, at=work.now, by=by, before=some[0].state, after=after, note=note, document=document)
    lines = [(task.id, replace(line, was={**values_of(task, "snoozed_until"), **(was or {})})) for task in some]
    await taskhistory.add_lines(work.connection, work.conference, lines)
    values: dict[str, Any] = {
        "state": after.value,
        "note": note,
        "acted_by": by,
        "acted_at": work.now,
        "snoozed_until": None,
    }
    values |= {"percent": percent_in(note)} if act is Act.PROGRESS else {}
    await tasks.change_all(work.connection, [task.id for task in some], **values)
    await work.note_each(f"task_{act.value}", "task", [task.id for task in some])
    moved = [
        replace(
            task,
            state=after,
            note=note,
            acted_by=by,
            acted_at=work.now,
            snoozed_until=None,
            percent=percent_in(note) if act is Act.PROGRESS else task.percent,
            revision=task.revision + 1,
        )
        for task in some
    ]
    await freshen(work, moved)
    return moved


def values_of(task: StoredTask, *names: str) -> dict[str, Any]:
    """What the task says in these columns, as its history keeps it for an undo."""
    found = {name: getattr(task, name) for name in names}
    return {name: each.isoformat() if isinstance(each, datetime) else each for name, each in found.items()}


async def write_down(work: Work, task: StoredTask, act: str, note: str | None, *names: str, **was: Any) -> None:
    """A line in the task's history, and in the journal, for what moves nothing but changes these columns."""
    kept = {**values_of(task, *names), **was}
    line = Line(act=act, at=work.now, by=work.actor.account or None, note=note, was=kept or None)
    await taskhistory.add_line(work.connection, work.conference, task.id, line)
    await work.note(f"task_{act}", "task", task.id)


async def again(work: Work, task: TaskId) -> StoredTask:
    """The task as it stands after a change in this transaction."""
    found = await tasks.get(work.connection, work.conference, task)
    assert found is not None
    return found
