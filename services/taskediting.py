"""Tasks are worded, added, handed over and withdrawn in the chat; those they touch are told old → new."""

from dataclasses import replace
from typing import Any

from domain.actor import Permission, require
from domain.conference import TaskState
from domain.ids import NO_UNIT, TaskId, UnitId
from domain.refusal import Refusal
from domain.taskkinds import is_conditional
from domain.tasks import Act
from domain.views import Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.taskcards import card
from services.tasklists import UNITS_PAGE, conference_of, find, is_urgent, lister, page_of
from services.taskmembers import give_out, owed_of, with_parts
from services.taskmoves import again, apply, outdated, write_down
from services.tasknaming import deadline_named, helpers_named
from services.tasknotices import freshen, tell, tell_groups, tell_unit
from services.taskundated import ask_deadlines
from services.views.taskboards import PickUnit
from services.views.tasks import TaskChanged
from storage import tasks
from storage.tasks import StoredTask

URGENT = "urgent"
CLOSED = (TaskState.DONE, TaskState.WITHDRAWN)
UNKNOWN_TO_UNIT = (TaskState.DRAFT, TaskState.DORMANT, *CLOSED)
"""In these states nobody is told of a change."""


async def editable(work: Work, task: TaskId) -> StoredTask:
    """The task, if the person may change it and it is open."""
    require(work.actor, Permission.MANAGE_TASKS)
    found = await find(work, task)
    if found.state in CLOSED:
        raise Refusal("task_wrong_state", state=found.state.value)
    return found


async def ask(work: Work, task: TaskId, revision: int, kind: str) -> Reply:
    """Begin a dialogue about the task: `task_deadline`, `task_text` (`taskwording`), `task_split` or `task_ladder`."""
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    return await flows.begin(work, kind, task=task, revision=revision, text=found.text)


# --- words, new ones ------------------------------------------------------------------------------------------------


async def tell_reworded(
    work: Work, before: StoredTask, after: StoredTask, what: str = "text", gone: str | None = None
) -> None:
    """The unit reads the old words and the new, and the deadlines where they differ.

    `gone` are the words of a task that went up in this one.
    """
    if after.state not in UNKNOWN_TO_UNIT:
        listed = await lister(work, [after])
        line, was = listed.line(after), listed.line(before)
        view = TaskChanged(task=line, what=what, before=before.text, after=after.text, other=gone)
        if before.deadline != after.deadline:
            view = replace(view, old=was.deadline, new=line.deadline)
        await tell_unit(work, after, view, "changed")


async def pick_unit(work: Work, page: int = 0) -> Reply:
    """For which unit is the new task?"""
    require(work.actor, Permission.MANAGE_TASKS)
    known = await tasks.units_of(work.connection, work.conference)
    part, page, pages = page_of(known, page, UNITS_PAGE)
    return Reply(it=PickUnit(units=tuple((int(key), name) for key, name in part), page=page, pages=pages), edit=True)


async def new(work: Work, unit: UnitId) -> Reply:
    """Ask for the words of a new task of this unit, or of none yet."""
    require(work.actor, Permission.MANAGE_TASKS)
    return await flows.begin(work, "new_task", unit=unit, name=await _unit_name(work, unit))


async def _unit_name(work: Work, unit: UnitId) -> str:
    if unit == NO_UNIT:
        return ""
    names = dict(await tasks.units_of(work.connection, work.conference))
    if unit not in names:
        raise Refusal("unit_unknown")
    return names[unit]


async def _add(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_TASKS)
    unit, words = UnitId(data["unit"]), data["words"]
    await _unit_name(work, unit)
    key = await tasks.add(work.connection, work.conference, unit, words, TaskState.DRAFT)
    await work.note("task_add", "task", key)
    await take_words(work, key, unit, words, conditional=is_conditional(words))
    added = await given_out(work, await again(work, key))
    return Reply(it=await card(work, added, "added"))


async def take_words(work: Work, task: TaskId, lead: UnitId, words: str, **values: Any) -> None:
    """A new task has the deadline that its words name, and the units behind "phối hợp với" coordinate it."""
    due = await deadline_named(work, words)
    await tasks.change(work.connection, task, **values, **({} if due is None else due.values()))
    for unit in await helpers_named(work, words, lead):
        await tasks.add_unit(work.connection, work.conference, unit, task)


async def given_out(work: Work, draft: StoredTask) -> StoredTask:
    """A task whose unit is known goes to it at once where the conference is published, else with the publication."""
    if draft.unit == NO_UNIT or (await conference_of(work)).state != "published":
        return draft
    if draft.conditional:
        return await apply(work, draft, Act.SLEEP)
    given = await apply(work, draft, Act.ASSIGN)
    given, *_ = await give_out(work, [given])
    await ask_deadlines(work, [given], later=True)
    return given


register(Flow("new_task", (Step("words", some_text),), finish=_add))


async def mark_urgent(work: Work, task: TaskId, revision: int, on: int) -> Reply:
    """An urgent task is recalled by itself; its unit is told what it is now."""
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    marked = [await _mark(work, each, bool(on)) for each in await with_parts(work, found)]
    return Reply(it=await card(work, marked[0], "urgent" if on else "not_urgent", more=True), edit=True)


async def _mark(work: Work, task: StoredTask, on: bool) -> StoredTask:
    await write_down(work, task, URGENT, str(int(on)), "urgent")
    await tasks.change(work.connection, task.id, urgent=on)
    marked = await again(work, task.id)
    await freshen(work, [marked])
    await tell_marked(work, task, marked)
    return marked


async def tell_marked(work: Work, before: StoredTask, after: StoredTask) -> None:
    """The unit hears that the task is urgent now, or no longer."""
    if after.state not in UNKNOWN_TO_UNIT and is_urgent(before) != is_urgent(after):
        what = "urgent" if is_urgent(after) else "not_urgent"
        await tell_unit(work, after, TaskChanged(task=(await lister(work, [after])).line(after), what=what), "changed")


# --- handed over, withdrawn -----------------------------------------------------------------------------------------


async def pick_heir(work: Work, task: TaskId, revision: int, page: int = 0) -> Reply:
    """To which unit does the task go?"""
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    others = [each for each in await tasks.units_of(work.connection, work.conference) if each[0] != found.unit]
    part, page, pages = page_of(others, page, UNITS_PAGE)
    line = (await lister(work, [found])).line(found)
    view = PickUnit(units=tuple((int(key), name) for key, name in part), task=line, page=page, pages=pages)
    return Reply(it=view, edit=True)


async def hand_over(work: Work, task: TaskId, revision: int, unit: UnitId) -> Reply:
    """Give the task to another unit, which answers anew; both units are told. One of no unit goes out to its first.

    What members of a collective unit still owe of it is taken back.
    """
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    if unit == NO_UNIT:
        raise Refusal("stale_button")
    name = await _unit_name(work, unit)
    old = await tasks.focal_accounts(work.connection, [found.unit])
    for part in (await owed_of(work, found))[1:]:
        await take_away(work, part)
    await tasks.change(work.connection, task, unit_id=unit)
    await tasks.remove_unit(work.connection, unit, task)
    was = {"unit_id": found.unit or None, "coordinating": list(found.coordinating)}
    await apply(work, found, Act.HAND_OVER, f"{found.unit_name} → {name}" if found.unit_name else name, was=was)
    given = await again(work, task)
    await freshen(work, [given])
    if found.unit == NO_UNIT:
        given = await given_out(work, given)
    elif given.state is TaskState.ASSIGNED:
        line = (await lister(work, [found])).line(found)
        view = TaskChanged(task=line, what="handed_over", after=name)
        await tell(work, view, old.get(found.unit, []), task)
        await tell_groups(work, {found.unit: [found]}, "withdrawn")
        given, *_ = await give_out(work, [given])
    return Reply(it=await card(work, given, "hand_over"), edit=True)


async def withdraw(work: Work, task: TaskId, revision: int) -> Reply:
    """Take the task back, with all that members still owe of it; those who knew of it are told."""
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    gone = [await take_away(work, each) for each in await owed_of(work, found)]
    return Reply(it=await card(work, gone[0], "withdraw"), edit=True)


async def take_away(work: Work, task: StoredTask) -> StoredTask:
    """Withdraw the one task, and tell whoever knew of it."""
    gone = await apply(work, task, Act.WITHDRAW)
    if task.state not in UNKNOWN_TO_UNIT:
        view = TaskChanged(task=(await lister(work, [task])).line(task), what="withdrawn")
        await tell_unit(work, gone, view, "withdrawn")
    return gone
