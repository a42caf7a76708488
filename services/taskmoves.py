"""Making a move, and telling those whom it concerns."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from domain.actor import Permission
from domain.ids import AccountId, DocumentId, TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import UNIT_ACTS, Act, Line, move
from domain.views import Reply
from services.desk import Work
from services.notifying import Notice, notify
from services.tasklists import card, find, leads, lister, mine
from services.views.tasks import TaskAssigned, TasksShared
from storage import people, tasks
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
    work: Work, task: StoredTask, act: Act, note: str | None = None, document: DocumentId | None = None
) -> StoredTask:
    """Make the move and write it down; the task as it is then."""
    (after,) = await apply_all(work, [task], act, note, document)
    return after


async def apply_all(
    work: Work, some: Sequence[StoredTask], act: Act, note: str | None = None, document: DocumentId | None = None
) -> list[StoredTask]:
    """Make the same move with several tasks that are in the same state; the tasks as they are then."""
    if not some:
        return []
    after = move(some[0].state, act)
    by = work.actor.account or None
    line = Line(act=act.value, at=work.now, by=by, before=some[0].state, after=after, note=note, document=document)
    await tasks.add_lines(work.connection, work.conference, [(task.id, line) for task in some])
    values = {"state": after.value, "note": note, "acted_by": by, "acted_at": work.now}
    await tasks.change_all(work.connection, [task.id for task in some], **values)
    for task in some:
        await work.note(f"task_{act.value}", "task", task.id)
    return [
        replace(task, state=after, note=note, acted_by=by, acted_at=work.now, revision=task.revision + 1)
        for task in some
    ]


async def again(work: Work, task: TaskId) -> StoredTask:
    """The task as it stands after a change in this transaction."""
    found = await tasks.get(work.connection, work.conference, task)
    assert found is not None
    return found


async def tell(work: Work, it: Any, accounts: Iterable[AccountId], task: TaskId | None = None) -> None:
    """A notice about tasks; nobody is told what they did themselves."""
    others = [each for each in accounts if each != work.actor.account]
    if others:
        notice = Notice(kind="task", it=it, subject=None if task is None else "task", subject_id=task)
        await notify(work, notice, others)


async def _tell_each(work: Work, views: dict[UnitId, Any]) -> None:
    focal = await tasks.focal_accounts(work.connection, views)
    for unit, it in views.items():
        await tell(work, it, focal.get(unit, []))


async def tell_unit(work: Work, task: StoredTask, it: Any) -> None:
    """A notice to everybody who answers for the task's unit."""
    focal = await tasks.focal_accounts(work.connection, [task.unit])
    await tell(work, it, focal.get(task.unit, []), task.id)


async def tell_organizers(work: Work, it: Any, task: TaskId | None = None) -> None:
    """A notice to everybody who runs the conference."""
    await tell(work, it, await people.organizer_accounts(work.connection, work.conference), task)


async def hand_out(work: Work, given: list[StoredTask]) -> None:
    """One notice to each unit that was given tasks, however many they are, and one to each that coordinates some."""
    listed = await lister(work, given)
    of_unit: dict[UnitId, list[StoredTask]] = {}
    for task in given:
        of_unit.setdefault(task.unit, []).append(task)
    views = {
        unit: TaskAssigned(
            conference=listed.conference.title, unit=own[0].unit_name, unit_id=unit, tasks=listed.lines(own)
        )
        for unit, own in of_unit.items()
    }
    await _tell_each(work, views)
    names = dict(await tasks.units_of(work.connection, work.conference))
    shared: dict[UnitId, list[StoredTask]] = {}
    for task in given:
        for unit in task.coordinating:
            shared.setdefault(unit, []).append(task)
    title = listed.conference.title
    helping = {
        unit: TasksShared(conference=title, unit=names[unit], tasks=listed.lines(own)) for unit, own in shared.items()
    }
    await _tell_each(work, helping)
