"""Telling people about tasks: one notice a unit however many tasks, to its people and its groups, never out of date."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from domain.conference import TaskState
from domain.ids import AccountId, TaskId, UnitId
from domain.taskkinds import kind_of
from domain.tasks import awaits_unit
from domain.views import registered
from services.desk import Work, local
from services.notifying import Notice, notify, notify_chat
from services.tasklists import Lister, lister
from services.taskmessages import mend
from services.views.tasklines import TaskLine
from services.views.tasks import GroupTold, TaskAssigned, TasksAnswered, TasksShared
from storage import notices, organizers, tasks, units
from storage.codec import to_json
from storage.tasknotices import ToldNotice, take_back, waiting
from storage.tasks import StoredTask


async def tell(
    work: Work, it: Any, accounts: Iterable[AccountId], task: TaskId | None = None, due: datetime | None = None
) -> None:
    """A notice about tasks; nobody is told what they did themselves."""
    others = [each for each in accounts if each != work.actor.account]
    if others:
        notice = Notice(kind="task", it=it, subject=None if task is None else "task", subject_id=task, due_at=due)
        await notify(work, notice, others)


async def tell_unit(work: Work, task: StoredTask, it: Any, what: str | None = None) -> None:
    """A notice to everybody who does the unit's tasks; with `what` its groups hear of it too, without names.

    What changes the task itself is told to the units that coordinate it, too.
    """
    helping = task.coordinating if what in TOLD_TO_HELPERS else ()
    focal = await tasks.focal_accounts(work.connection, [task.unit, *helping])
    people_told = dict.fromkeys(account for unit in (task.unit, *helping) for account in focal.get(unit, []))
    await tell(work, it, people_told, task.id)
    if what is not None:
        await tell_groups(work, {unit: [task] for unit in (task.unit, *helping)}, what)


TOLD_TO_HELPERS = frozenset({"changed", "withdrawn"})


async def tell_colleagues(work: Work, taken: Sequence[StoredTask]) -> None:
    """To the others of the unit: the answer that binds it, by whom, when; their older messages say so, too."""
    if not taken:
        return
    listed = await lister(work, taken)
    view = TasksAnswered(
        unit=taken[0].unit_name,
        tasks=listed.lines(taken),
        state=taken[0].state.value,
        by=listed.names.get(work.actor.account),
        at=local(work.now, listed.conference.timezone),
    )
    await tell_unit(work, taken[0], view)
    await mend(work, taken)


async def tell_groups(work: Work, of_unit: dict[UnitId, list[StoredTask]], what: str, dedup: str | None = None) -> None:
    """What concerns these units, in the group chats that are linked to them: tasks and deadlines, nobody's name."""
    groups = await units.groups_of(work.connection, of_unit)
    if not groups:
        return
    listed = await lister(work, [])
    names = dict(await tasks.units_of(work.connection, work.conference))
    for unit, chats in groups.items():
        lines = listed.lines(of_unit[unit])
        view = GroupTold(conference=listed.conference.title, unit=names[unit], what=what, tasks=lines)
        for chat in chats:
            once = None if dedup is None else f"{dedup}:{chat}"
            await notify_chat(work, Notice(kind="task", it=view, dedup=once), chat)


async def organizers_for(work: Work, unit: UnitId) -> list[AccountId]:
    """The organizers in charge of the unit, or all of them where nobody is who can be written to."""
    own = (await units.areas(work.connection, work.conference)).get(unit)
    return own or await organizers.organizer_accounts(work.connection, work.conference)


async def organizers_of(work: Work, some: Sequence[StoredTask]) -> dict[TaskId, list[AccountId]]:
    """The organizers in charge of each task, by its unit or its kind; all of them where nobody is."""
    by_unit = await units.areas(work.connection, work.conference)
    by_kind = await units.kinds(work.connection, work.conference)
    everybody = await organizers.organizer_accounts(work.connection, work.conference)
    found = {}
    for task in some:
        own = {*by_unit.get(task.unit, ()), *by_kind.get(kind_of(task.text), ())}
        found[task.id] = sorted(own) or everybody
    return found


async def tell_organizers(work: Work, it: Any, task: StoredTask, due: datetime | None = None) -> None:
    """A notice to those who look after the task."""
    await tell(work, it, (await organizers_of(work, [task]))[task.id], task.id, due)


async def ask_organizers(work: Work, it: Any, dedup: str | None = None) -> None:
    """Unlike a notice of what somebody did, this goes to the person who gave the tasks, too."""
    everybody = await organizers.organizer_accounts(work.connection, work.conference)
    await notify(work, Notice(kind="task", it=it, dedup=dedup), everybody)


async def hand_out(work: Work, given: Sequence[StoredTask]) -> None:
    """One notice to each unit that was given tasks, however many they are, and one to each that coordinates some."""
    listed = await lister(work, given)
    title = listed.conference.title
    names = dict(await tasks.units_of(work.connection, work.conference))
    leading, helping = _by_unit(given)
    views: dict[UnitId, Any] = {
        unit: TaskAssigned(conference=title, unit=names[unit], unit_id=unit, tasks=listed.lines(own))
        for unit, own in leading.items()
    }
    await _tell_each(work, views)
    await tell_groups(work, leading, "assigned")
    await tell_helping(work, helping)


async def tell_helping(work: Work, helping: dict[UnitId, list[StoredTask]]) -> None:
    """One notice to each unit of what it coordinates from now on."""
    listed = await lister(work, [])
    names = dict(await tasks.units_of(work.connection, work.conference))
    await _tell_each(work, {unit: shared_view(listed, names[unit], unit, own) for unit, own in helping.items()})
    await tell_groups(work, helping, "shared")


def shared_view(listed: Lister, name: str, unit: UnitId, own: Sequence[StoredTask]) -> TasksShared:
    """What a unit coordinates."""
    return TasksShared(conference=listed.conference.title, unit=name, unit_id=unit, tasks=listed.lines(own))


def _by_unit(given: Sequence[StoredTask]) -> tuple[dict[UnitId, list[StoredTask]], dict[UnitId, list[StoredTask]]]:
    leading: dict[UnitId, list[StoredTask]] = {}
    helping: dict[UnitId, list[StoredTask]] = {}
    for task in given:
        leading.setdefault(task.unit, []).append(task)
        for unit in task.coordinating:
            helping.setdefault(unit, []).append(task)
    return leading, helping


async def _tell_each(work: Work, views: dict[UnitId, Any]) -> None:
    focal = await tasks.focal_accounts(work.connection, views)
    for unit, it in views.items():
        await tell(work, it, focal.get(unit, []))


# --- what still waits -----------------------------------------------------------------------------------------------

_STANDS_WHILE = {
    "tasks/task_refused": (TaskState.REFUSED,),
    "tasks/task_reported": (TaskState.REPORTED,),
    "tasks/task_judged": (TaskState.DONE, TaskState.RETURNED),
    "tasks/urgent_task": tuple(filter(awaits_unit, TaskState)),
}
"""Notices of one task that are true only while it is in one of these states."""


async def freshen(work: Work, changed: Sequence[StoredTask], what: str | None = None) -> dict[TaskId, Any]:
    """Let notices that still wait show the tasks as they are now; those that are no longer true are superseded.

    A waiting *old → new* of the same kind (`what`) as the one about to be told is superseded too: its old value is
    given back by task, so that people are told of one change and not of two.
    """
    if not changed:
        return {}
    by_id = {int(task.id): task for task in changed}
    lines: dict[int, TaskLine] = {}
    before: dict[TaskId, Any] = {}
    for notice in await waiting(work.connection, work.conference):
        if not _mentions(notice, by_id):
            continue
        if not lines:
            listed = await lister(work, changed)
            lines = {int(task.id): listed.line(task) for task in changed}
        if "moves" in notice.data:
            before |= await _drop_moves(work, notice, by_id, what)
        elif notice.view == "tasks/task_changed" and notice.data["what"] == what:
            before.setdefault(TaskId(notice.data["task"]["id"]), notice.data["old"])
            await _supersede(work, notice)
        else:
            await _catch_up(work, notice, by_id, lines)
    return before


async def take_unsaid(work: Work, task: StoredTask, kind: type) -> list[dict[str, Any]]:
    """What people have not been told yet of the task by notices of this kind (an album comes file by file).

    They are taken back: the next message says it too. There may be several, where Telegram asked for silence; what
    the sender has taken up meanwhile says its part itself.
    """
    return [
        notice.data
        for notice in await waiting(work.connection, work.conference)
        if notice.view == registered[kind]
        and notice.data["task"]["id"] == task.id
        and await take_back(work.connection, notice.id, work.now)
    ]


def _mentions(notice: ToldNotice, by_id: dict[int, StoredTask]) -> bool:
    one = notice.data.get("task")
    many = notice.data.get("tasks") or ()
    many = [*many, *(each["task"] for each in notice.data.get("moves") or ())]
    listed = [each for each in ([one] if isinstance(one, dict) else many) if isinstance(each, dict)]
    return any(each.get("id") in by_id for each in listed)


async def _catch_up(work: Work, notice: ToldNotice, by_id: dict[int, StoredTask], lines: dict[int, TaskLine]) -> None:
    one = notice.data.get("task")
    if isinstance(one, dict):
        states = _STANDS_WHILE.get(notice.view)
        if states is not None and by_id[one["id"]].state not in states:
            await _supersede(work, notice)
            return
        fresh = {**notice.data, "task": _line(one, lines)}
        await notices.rewrite(work.connection, notice.id, fresh)
        return
    kept = [each for each in notice.data["tasks"] if _still_true(notice, each, by_id)]
    if not kept:
        await _supersede(work, notice)
        return
    fresh = {**notice.data, "tasks": [_line(each, lines) for each in kept]}
    if days := notice.data.get("proposals"):  # they stand beside the tasks, one for each
        fresh["proposals"] = [day for each, day in zip(notice.data["tasks"], days, strict=True) if each in kept]
    await notices.rewrite(work.connection, notice.id, fresh)


async def _drop_moves(
    work: Work, notice: ToldNotice, by_id: dict[int, StoredTask], what: str | None
) -> dict[TaskId, Any]:
    """Take out the moves that are told anew or no longer matter; the old deadlines of the former by task."""

    def is_over(move: dict[str, Any]) -> bool:
        task = by_id.get(move["task"]["id"])
        return task is not None and (what == "deadline" or task.state is TaskState.WITHDRAWN)

    gone = [move for move in notice.data["moves"] if is_over(move)]
    kept = [move for move in notice.data["moves"] if not is_over(move)]
    if not kept:
        await _supersede(work, notice)
    elif gone:
        await notices.rewrite(work.connection, notice.id, {**notice.data, "moves": kept})
    return {TaskId(move["task"]["id"]): move["old"] for move in gone}


def _still_true(notice: ToldNotice, line: dict[str, Any], by_id: dict[int, StoredTask]) -> bool:
    """Whether the task still belongs here: not withdrawn, not another unit's, still to be done or dated."""
    task = by_id.get(line["id"])
    if task is None or notice.view == "tasks/tasks_answered":
        return True
    if notice.view == "tasks/task_digest":
        return awaits_unit(task.state)
    if notice.view == "tasks/deadlines_missing" and task.deadline is not None:
        return False
    mine = notice.view != "tasks/task_assigned" or notice.data["unit_id"] == task.unit
    return mine and task.state is not TaskState.WITHDRAWN


def _line(known: dict[str, Any], lines: dict[int, TaskLine]) -> dict[str, Any]:
    fresh = lines.get(known["id"])
    return known if fresh is None else {**to_json(fresh), "number": known["number"]}


async def _supersede(work: Work, notice: ToldNotice) -> None:
    await notices.withdraw(work.connection, notice.id, work.now, state="superseded", reason="superseded")
