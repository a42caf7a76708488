"""Whoever did something with a task takes it back, within the time set: every act keeps what it changed, as it was."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.conference import TaskState
from domain.ids import NO_UNIT, TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import UNDO, UNIT_ACTS, Act, Line, moves_in_force, percent_in, to_undo, undo_of
from domain.views import Reply
from services.desk import Work, local
from services.taskcards import card, undo_time
from services.taskdates import tell_dated
from services.taskediting import CLOSED, take_away, tell_marked, tell_reworded
from services.taskhelpers import put_helpers, tell_switched
from services.tasklists import conference_of, find, lister
from services.taskmembers import late_rounds, with_parts
from services.taskmessages import mend
from services.taskmoves import again, outdated
from services.tasknotices import freshen, tell_groups, tell_organizers, tell_unit
from services.views.tasks import TaskChanged
from storage import taskhistory, taskrounds, tasks, unitmembers
from storage.tasks import StoredTask

_INSTANTS = ("deadline", "snoozed_until")
_COLUMNS = ("text", "deadline", "deadline_text", "urgent", "rungs", "snoozed_until", "unit_id")
"""What is put back as it was; the other values of an act are put back in ways of their own."""


async def undo(work: Work, task: TaskId, revision: int) -> Reply:
    """Take back one's own last act within the time set; those who were told of it are told again."""
    found = await find(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    history = await taskhistory.history(work.connection, task)
    last = to_undo(history, work.actor.account, work.now, undo_time(work))
    if last.was and "merged_into" in last.was:
        return await _undo_merge(work, TaskId(last.was["merged_into"]))
    with_it = await _same_elsewhere(work, found, last)
    restored = await _take_back(work, found, last, history)
    for part in with_it:
        own = await taskhistory.history(work.connection, part.id)
        await _take_back(work, part, to_undo(own, work.actor.account, work.now, undo_time(work)), own)
    return Reply(it=await card(work, restored, UNDO), edit=True)


async def _undo_merge(work: Work, kept: TaskId) -> Reply:
    """The task went up in another, which is where that is taken back."""
    found = await find(work, kept)
    history = await taskhistory.history(work.connection, kept)
    if to_undo(history, work.actor.account, work.now, undo_time(work)).act != "merge":
        raise Refusal("task_nothing_to_undo")
    return await undo(work, kept, found.revision)


async def _same_elsewhere(work: Work, before: StoredTask, last: Line) -> list[StoredTask]:
    """The tasks in which the person did the same by the same press, and nothing since: parts, others of the kind."""
    found: list[StoredTask] = []
    some: Sequence[StoredTask] = ()
    if "kind" in (last.was or {}):
        some = [each for each in await tasks.all_of(work.connection, work.conference) if each.id != before.id]
    elif TaskState.SHARED in (before.state, last.before):
        parts = await unitmembers.every_part(work.connection, work.conference, before.id)
        some = [*parts, *await late_rounds(work, before.id)]
    for part in some:
        own = await taskhistory.history(work.connection, part.id)
        try:
            line = to_undo(own, work.actor.account, work.now, undo_time(work))
        except Refusal:
            continue
        taken_back = (last.act, last.before, line.act) == (Act.HAND_OVER, TaskState.SHARED, Act.WITHDRAW)
        found += [part] if line.at == last.at and (line.act == last.act or taken_back) else []
    return found


async def _take_back(work: Work, task: StoredTask, last: Line, history: tuple[Line, ...]) -> StoredTask:
    """Put the task back as it was before the act, and tell whom the act was told."""
    line = undo_of(history, work.actor.account, work.now, undo_time(work))
    await taskhistory.add_line(work.connection, work.conference, task.id, line)
    was = last.was or {}
    await _check_units(work, was)
    await _check_kind(work, was)
    given = await _given_by(work, task, last)
    values: dict[str, Any] = {name: _value(name, was[name]) for name in _COLUMNS if name in was}
    if line.after is not None:
        values |= _standing((*history, line)) | {"state": line.after.value}
    if "coordinating" in was:
        await put_helpers(work, task, [UnitId(each) for each in was["coordinating"]])
    await tasks.change(work.connection, task.id, **values)
    await work.note("task_undo", "task", task.id, of=last.act)
    restored = await again(work, task.id)
    unsaid = await freshen(work, [restored], "deadline" if "deadline" in was else None)
    await _others(work, was, given)
    zone = (await conference_of(work)).timezone
    if task.id in unsaid:  # nobody has been told of the deadline that is taken back
        known = None if unsaid[task.id] is None else datetime.fromisoformat(unsaid[task.id])
        task = replace(task, deadline=None if known is None else known.replace(tzinfo=ZoneInfo(zone)))
    await _TELL.get(last.act, _tell_moved)(work, task, restored, last)
    return restored


async def _check_units(work: Work, was: Mapping[str, Any]) -> None:
    """Refuse where a unit that comes back with the act is no more: a member has taken the place kept for it."""
    known = {unit for unit, _ in await tasks.units_of(work.connection, work.conference)}
    if {was.get("unit_id") or NO_UNIT, *was.get("coordinating", ())} - {*known, NO_UNIT}:
        raise Refusal("task_unit_gone")


async def _check_kind(work: Work, was: Mapping[str, Any]) -> None:
    """Refuse where the days of the kind have been set again since."""
    if "kind" in was:
        now = (await taskrounds.of_kinds(work.connection, work.conference)).get(was["kind"])
        if (now and [*now]) != was["set"]:
            raise Refusal("task_not_yours_to_undo")


def _value(name: str, was: Any) -> Any:
    return datetime.fromisoformat(was) if name in _INSTANTS and was is not None else was


def _standing(history: tuple[Line, ...]) -> dict[str, Any]:
    """By whom, when and in which words the task is as it is, by the moves that stand; how far the unit said it was."""
    standing = moves_in_force(history)
    last = standing[-1] if standing else None
    begun = max((n for n, line in enumerate(standing) if line.act in (Act.REPEAT, Act.HAND_OVER)), default=0)
    said = [line.note for line in standing[begun:] if line.act == Act.PROGRESS]
    values = {"note": last and last.note, "acted_by": last and last.by, "acted_at": last and last.at}
    return values | {"percent": percent_in(said[-1]) if said else None}


async def _given_by(work: Work, task: StoredTask, last: Line) -> list[StoredTask]:
    """What units owe by the act alone: tasks that were split off, members' parts. Refuse where one has been at work."""
    keys = (last.was or {}).get("made", ())
    made = [await tasks.get(work.connection, work.conference, TaskId(key)) for key in keys]
    given = [each for task in made if task is not None for each in await with_parts(work, task)]
    if last.act == Act.HAND_OVER and task.state is TaskState.SHARED:
        given += (await with_parts(work, task))[1:]
    for each in given:
        story = await taskhistory.history(work.connection, each.id)
        if any(line.by not in (None, work.actor.account) for line in story):
            raise Refusal("task_taken_up")
    return [each for each in given if each.state not in CLOSED]


async def _others(work: Work, was: Mapping[str, Any], given: Sequence[StoredTask]) -> None:
    """The task that went up in this one comes back; what was given by the act goes; the kind has its days again."""
    if "gone" in was:
        gone = await tasks.get(work.connection, work.conference, TaskId(was["gone"]))
        if gone is not None and gone.state is TaskState.WITHDRAWN:
            own = await taskhistory.history(work.connection, gone.id)
            await _take_back(work, gone, to_undo(own, work.actor.account, work.now, undo_time(work)), own)
    for each in given:
        await take_away(work, each)
    if "kind" in was:
        await taskrounds.set_of_kind(work.connection, work.conference, was["kind"], was["of_kind"])


# --- telling ---------------------------------------------------------------------------------------------------------


async def _tell_moved(work: Work, before: StoredTask, after: StoredTask, last: Line) -> None:
    view = TaskChanged(task=(await lister(work, [after])).line(after), what="undone")
    await tell_unit(work, after, view, "changed" if last.act == Act.WITHDRAW else None)
    if last.act in UNIT_ACTS:
        await mend(work, [after])
    if last.act in (Act.REFUSE, Act.REPORT, "snooze"):
        await tell_organizers(work, view, after)


async def _tell_date(work: Work, before: StoredTask, after: StoredTask, last: Line) -> None:
    if before.deadline != after.deadline:
        zone = (await conference_of(work)).timezone
        await tell_dated(work, [(after, None if before.deadline is None else local(before.deadline, zone))])


async def _tell_words(work: Work, before: StoredTask, after: StoredTask, last: Line) -> None:
    await tell_reworded(work, before, after)
    if last.act == "text" and {*before.coordinating} != {*after.coordinating}:
        await tell_switched(work, before, after)


async def _tell_helpers(work: Work, before: StoredTask, after: StoredTask, last: Line) -> None:
    await tell_switched(work, before, after)


async def _tell_urgent(work: Work, before: StoredTask, after: StoredTask, last: Line) -> None:
    await tell_marked(work, before, after)


async def _tell_units(work: Work, before: StoredTask, after: StoredTask, last: Line) -> None:
    """The unit that had it for a moment, and the one that has it again."""
    if before.unit_name:
        line = (await lister(work, [before])).line(before)
        gone = TaskChanged(task=line, what="handed_over", after=after.unit_name)
        await tell_unit(work, replace(before, coordinating=()), gone)
        await tell_groups(work, {before.unit: [before]}, "withdrawn")
    await _tell_moved(work, before, after, last)


async def _tell_nobody(work: Work, before: StoredTask, after: StoredTask, last: Line) -> None:
    """Only the organizers knew."""


_TELL: Mapping[str, Callable[[Work, StoredTask, StoredTask, Line], Awaitable[None]]] = {
    "deadline": _tell_date,
    "text": _tell_words,
    "split": _tell_words,
    "merge": _tell_words,
    "helpers": _tell_helpers,
    "urgent": _tell_urgent,
    "ladder": _tell_nobody,
    Act.HAND_OVER.value: _tell_units,
}
