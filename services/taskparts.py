"""Tasks are split and merged, and given days of their own on which they are recalled."""

import re
from typing import Any

from domain.actor import Permission, require
from domain.chasing import RUNGS
from domain.conference import TaskState
from domain.ids import TaskId
from domain.refusal import Refusal
from domain.taskkinds import kind_of
from domain.tasks import Act
from domain.vietnamese import squeeze
from domain.views import Reply
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.ladders import LONGEST_AFTER, LONGEST_BEFORE
from services.taskcards import card
from services.taskediting import UNKNOWN_TO_UNIT, editable, take_words, tell_reworded
from services.tasklists import PAGE, lister, page_of
from services.taskmembers import give_out, with_parts
from services.taskmoves import again, apply, outdated, write_down
from services.tasknaming import deadline_named
from services.tasknotices import freshen
from services.taskundated import ask_deadlines
from services.views.taskthreads import LadderSet, PickTask
from storage import taskrounds, tasks
from storage.tasks import StoredTask

SPLIT, MERGED, LADDER = "split", "merge", "ladder"
_MOST_PARTS = 10


def parts(text: str) -> list[str]:
    """The parts that somebody typed: a line each, or parted by semicolons; at least two."""
    found = [squeeze(each).strip(" -–•") for each in re.split(r"[\n;]", text)]
    found = [some_text(each) for each in found if each]
    if len(found) < 2:
        raise Refusal("split_needs_two")
    if len(found) > _MOST_PARTS:
        raise Refusal("split_too_many", most=_MOST_PARTS)
    return found


async def _split(work: Work, data: dict[str, Any]) -> Reply:
    """The first part stays the task that it was; the others are new, with its deadline and its helpers."""
    found = await editable(work, TaskId(data["task"]))
    if found.revision != data["revision"]:
        return await outdated(work, found)
    first, *others = data["words"]
    made = [await _part(work, found, text) for text in others]
    due = await deadline_named(work, first)
    values = {} if due is None or due.instant == found.deadline else due.values()
    for each in (await with_parts(work, found))[1:]:  # a collective unit's task is split for every member
        await _reworded(work, each, first, SPLIT, {}, **values)
    reworded = await _reworded(work, found, first, SPLIT, {"made": [task.id for task in made]}, **values)
    given = [await apply(work, task, Act.ASSIGN) for task in made] if found.state not in UNKNOWN_TO_UNIT else []
    await give_out(work, given)
    await ask_deadlines(work, given, later=True)
    return Reply(it=await card(work, reworded, "split"))


async def _part(work: Work, task: StoredTask, text: str) -> StoredTask:
    key = await tasks.add(work.connection, work.conference, task.unit, text, TaskState.DRAFT)
    inherited = {"deadline": task.deadline, "deadline_text": task.deadline_text, "conditional": task.conditional}
    await tasks.change(work.connection, key, **inherited)
    for unit in task.coordinating:
        await tasks.add_unit(work.connection, work.conference, unit, key)
    await work.note("task_add", "task", key)
    await take_words(work, key, task.unit, text)
    made = await again(work, key)
    return await apply(work, made, Act.SLEEP) if task.state is TaskState.DORMANT else made


async def _reworded(
    work: Work, task: StoredTask, text: str, act: str, was: dict[str, Any], gone: str | None = None, **values: Any
) -> StoredTask:
    await write_down(work, task, act, task.text, "text", *values, **was)
    await tasks.change(work.connection, task.id, text=text, **values)
    fresh = await again(work, task.id)
    await freshen(work, [fresh])
    await tell_reworded(work, task, fresh, "split" if act == SPLIT else "merged", gone)
    return fresh


register(Flow("task_split", (Step("words", parts),), finish=_split))

# --- merged ---------------------------------------------------------------------------------------------------------


async def pick_other(work: Work, task: TaskId, revision: int, page: int) -> Reply:
    """Which of the unit's other tasks goes up in this one?"""
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    every = await tasks.of_units(work.connection, work.conference, [found.unit])
    others = [each for each in every if _mergeable(found, each)]
    if not others:
        raise Refusal("nothing_to_merge")
    listed = await lister(work, [found, *others])
    part, page, pages = page_of(others, page, PAGE)
    lines = listed.lines(part, page * PAGE + 1)
    return Reply(it=PickTask(task=listed.line(found), tasks=lines, page=page, pages=pages), edit=True)


_CLOSED = (TaskState.DONE, TaskState.WITHDRAWN, TaskState.REPORTED)


def _mergeable(task: StoredTask, other: StoredTask) -> bool:
    """Two open tasks of one unit; a collective unit's with another that is shared, too."""
    alike = (task.state is TaskState.SHARED) == (other.state is TaskState.SHARED)
    return alike and other.unit == task.unit and other.id != task.id and other.state not in _CLOSED


async def merge(work: Work, task: TaskId, revision: int, other: TaskId) -> Reply:
    """The other task goes up in this one: the words of both, the earlier deadline, the helpers of both.

    Of a collective unit's tasks each member's parts do; who has reported one of them owes the other by itself.
    """
    found, gone = await editable(work, task), await editable(work, other)
    if found.revision != revision:
        return await outdated(work, found)
    if not _mergeable(found, gone):
        raise Refusal("nothing_to_merge")
    for part, spare in await _pairs(work, found, gone):
        await _merge(work, part, spare)
    return Reply(it=await card(work, await _merge(work, found, gone), "merge"), edit=True)


async def _pairs(work: Work, found: StoredTask, gone: StoredTask) -> list[tuple[StoredTask, StoredTask]]:
    """The parts that each member of a collective unit has of the two."""
    if found.state is not TaskState.SHARED:
        return []
    spare = {each.unit: each for each in await tasks.parts_of(work.connection, work.conference, [gone.id])}
    parts = await tasks.parts_of(work.connection, work.conference, [found.id])
    both = [(each, spare[each.unit]) for each in parts if each.unit in spare and each.state not in _CLOSED]
    return [(part, other) for part, other in both if _mergeable(part, other)]


async def _merge(work: Work, found: StoredTask, gone: StoredTask) -> StoredTask:
    earlier = min((each for each in (found, gone) if each.deadline), key=_deadline, default=found)
    for unit in gone.coordinating:
        if unit != found.unit:
            await tasks.add_unit(work.connection, work.conference, unit, found.id)
    await apply(work, gone, Act.WITHDRAW, found.text, was={"merged_into": found.id})
    text = f"{found.text.rstrip(' .;')}; {gone.text}"
    was = {"gone": gone.id, "coordinating": list(found.coordinating)}
    dates = {"deadline": earlier.deadline, "deadline_text": earlier.deadline_text}
    return await _reworded(work, found, text, MERGED, was, gone.text, **dates)


def _deadline(task: StoredTask) -> float:
    assert task.deadline is not None
    return task.deadline.timestamp()


# --- a ladder of its own --------------------------------------------------------------------------------------------


def rungs(text: str) -> list[int]:
    """Days from the deadline as people type them: "7, 3, 1, 0, +1" (before it, on it, after it)."""
    found = sorted({-int(each) if each[0] not in "+-" else int(each) for each in re.findall(r"[+-]?\d{1,3}", text)})
    if not found or found[0] < -LONGEST_BEFORE or found[-1] > LONGEST_AFTER:
        raise Refusal("ladder_unclear", before=LONGEST_BEFORE, after=LONGEST_AFTER)
    return found


async def _set_ladder(work: Work, data: dict[str, Any]) -> Reply:
    found = await editable(work, TaskId(data["task"]))
    if found.revision != data["revision"]:
        return await outdated(work, found)
    kept = None if tuple(data["rungs"]) == await _usual(work, found) else data["rungs"]
    await _keep_rungs(work, await with_parts(work, found), kept)
    return await _ladder(work, found, tuple(data["rungs"]))


async def _keep_rungs(work: Work, some: list[StoredTask], days: list[int] | None, **was: Any) -> None:
    """The days, or nothing where they are those of the tasks' kind; the first task's line keeps what else was."""
    note = None if days is None else " ".join(f"{day:+d}" for day in days)
    for place, task in enumerate(some):
        await write_down(work, task, LADDER, note, "rungs", **(was if place == 0 else {}))
    await tasks.change_all(work.connection, [task.id for task in some], rungs=days)


async def _usual(work: Work, task: StoredTask) -> tuple[int, ...]:
    """The days on which tasks of this kind are recalled."""
    of_kind = await taskrounds.of_kinds(work.connection, work.conference)
    return of_kind.get(kind_of(task.text)) or work.settings.ladder.rungs or RUNGS


async def _ladder(work: Work, task: StoredTask, days: tuple[int, ...], everywhere: bool = False) -> Reply:
    fresh = await again(work, task.id)
    alike = len(await _alike(work, fresh))
    line = (await lister(work, [fresh])).line(fresh)
    kind = kind_of(fresh.text).value
    view = LadderSet(task=line, rungs=days, kind=kind, alike=alike, everywhere=everywhere)
    return Reply(it=view, edit=everywhere)


async def _alike(work: Work, task: StoredTask) -> list[StoredTask]:
    """The other open tasks of the same kind."""
    closed = (TaskState.DONE, TaskState.WITHDRAWN)
    found = await tasks.all_of(work.connection, work.conference)
    kind = kind_of(task.text)
    return [each for each in found if each.id != task.id and each.state not in closed and kind_of(each.text) is kind]


async def ladder_for_kind(work: Work, task: TaskId) -> Reply:
    """All tasks of the same kind, those given later too, are recalled like this one."""
    require(work.actor, Permission.MANAGE_TASKS)
    found = await editable(work, task)
    days = found.rungs or await _usual(work, found)
    kind = kind_of(found.text).value
    before = (await taskrounds.of_kinds(work.connection, work.conference)).get(kind)
    usual = days == (work.settings.ladder.rungs or RUNGS)
    await taskrounds.set_of_kind(work.connection, work.conference, kind, None if usual else days)
    own = [found, *(each for each in await _alike(work, found) if each.rungs is not None)]
    await _keep_rungs(work, own, None, kind=kind, of_kind=before, set=None if usual else days)
    await work.note("task_ladder_of_kind", kind=kind)
    return await _ladder(work, found, tuple(days), everywhere=True)


register(Flow("task_ladder", (Step("rungs", rungs),), finish=_set_ladder))
