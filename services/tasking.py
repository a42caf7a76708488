"""Tasks are given to units, answered by them, and judged by organizers. The moves are those of `domain.tasks`."""

from typing import Any

from domain.actor import Permission, require
from domain.conference import TaskState
from domain.ids import NO_UNIT, AccountId, TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act, awaits_unit
from domain.views import Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.ladders import tick as tick
from services.memberdesk import ask_which
from services.notifying import Notice, notify
from services.successors import settle_in
from services.taskcards import card
from services.taskdates import recompute_deadlines as recompute_deadlines
from services.tasklists import find, lister, mine
from services.taskmembers import give_out, take_seat
from services.taskmoves import apply, apply_all, for_act, outdated
from services.tasknotices import (
    ask_organizers,
    shared_view,
    tell_colleagues,
    tell_organizers,
    tell_unit,
)
from services.taskreporting import report, report_file
from services.taskundated import ask_deadlines, ask_now_dated
from services.unitphones import unreached_units
from services.views.taskboards import TaskRefused, TasksAsleep, TasksOfNobody
from services.views.tasks import TaskAssigned, TaskChanged, TaskJudged, TasksShared
from storage import tasks
from storage.tasks import StoredTask

# --- given out ------------------------------------------------------------------------------------------------------


async def assign_all(work: Work) -> int:
    """Give every draft task to its unit, one notice a unit; conditional ones fall asleep. How many were given.

    Called inside the transaction that publishes; a task that was given before is left alone. Organizers are shown
    the sleeping tasks and those of no unit, and asked once for deadlines that the plan does not give.
    """
    found = [t for t in await tasks.all_of(work.connection, work.conference) if t.state is TaskState.DRAFT]
    drafts = [task for task in found if task.unit != NO_UNIT]
    given = await apply_all(work, [task for task in drafts if not task.conditional], Act.ASSIGN)
    asleep = await apply_all(work, [task for task in drafts if task.conditional], Act.SLEEP)
    await give_out(work, given)
    listed = await lister(work, found)
    nobodys = [task for task in found if task.unit == NO_UNIT]
    if nobodys:
        await ask_organizers(work, TasksOfNobody(tasks=listed.lines(nobodys)))
    if asleep:
        await ask_organizers(work, TasksAsleep(tasks=listed.lines(asleep)))
    await ask_deadlines(work, given)
    await ask_now_dated(work)
    return len(given)


async def on_unit_linked(work: Work, unit: UnitId, account: AccountId) -> int:
    """Somebody answers for the unit from now on, perhaps in another's place: send what waits for it. How many tasks."""
    await settle_in(work, unit, account)
    collective, unit = unit, await take_seat(work, unit, account)
    found = await tasks.of_units(work.connection, work.conference, [unit])
    waiting = [task for task in found if awaits_unit(task.state)]
    leading = [task for task in waiting if task.unit == unit]
    helping = [task for task in waiting if task.unit != unit]
    listed = await lister(work, waiting)
    title = listed.conference.title
    name = dict(await tasks.units_of(work.connection, work.conference))[unit]
    views: list[TaskAssigned | TasksShared] = []
    if leading:
        views.append(TaskAssigned(conference=title, unit=name, unit_id=unit, tasks=listed.lines(leading)))
    if helping:
        views.append(shared_view(listed, name, unit, helping))
    for view in views:
        await notify(work, Notice(kind="task", it=view), [account])
    if unit != collective:
        await ask_which(work, collective, unit, account)
    return len(leading)


async def units_without_contact(work: Work) -> tuple[str, ...]:
    """The names of the units for which nobody can be written to."""
    return tuple(name for name, _ in (await unreached_units(work)).units)


async def give_again(work: Work, task: TaskId, revision: int, act: Act) -> Reply:
    """An organizer wakes a sleeping task, or insists on a refused one; its unit is told.

    What is woken is given for the first time, so its missing deadline is asked for; a refused one was asked about.
    """
    require(work.actor, Permission.MANAGE_TASKS)
    found = await find(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    given = await apply(work, found, act)
    given, *_ = await give_out(work, [given])
    if act is Act.WAKE:
        await ask_deadlines(work, [given], later=True)
    return Reply(it=await card(work, given, act.value), edit=True)


# --- the unit answers -----------------------------------------------------------------------------------------------


async def accept(work: Work, task: TaskId, revision: int, many: int = 0) -> Reply:
    """The unit takes the task. The first answer binds it; colleagues are told by whom."""
    found = await for_act(work, task, Act.ACCEPT)
    if found.revision != revision:
        return await outdated(work, found, many)
    taken = await apply(work, found, Act.ACCEPT)
    await tell_colleagues(work, [taken])
    if many and work.actor.units:
        return await mine(work, said="accept", edit=True)
    return Reply(it=await card(work, taken, "accept"), edit=True)


async def accept_all(work: Work, unit: UnitId) -> Reply:
    """The unit takes everything that waits for its answer."""
    if unit not in work.actor.units:
        raise Refusal("task_not_yours")
    found = await tasks.of_units(work.connection, work.conference, [unit])
    waiting = [task for task in found if task.unit == unit and task.state is TaskState.ASSIGNED]
    taken = await apply_all(work, waiting, Act.ACCEPT)
    await tell_colleagues(work, taken)
    return await mine(work, said="accept_all" if taken else "changed", edit=True)


async def ask_reason(work: Work, task: TaskId, revision: int, act: Act) -> Reply:
    """Begin the dialogue that an act needs: why not, what is reported, why it comes back."""
    found = await for_act(work, task, act)
    if found.revision != revision:
        return await outdated(work, found)
    return await flows.begin(work, f"{act.value}_task", task=task, revision=revision, text=found.text)


async def _refuse(work: Work, data: dict[str, Any]) -> Reply:
    found = await for_act(work, TaskId(data["task"]), Act.REFUSE)
    if found.revision != data["revision"]:
        return await outdated(work, found)
    return Reply(it=await card(work, await refused_with(work, found, data["reason"]), "refuse"))


async def refused_with(work: Work, task: StoredTask, reason: str) -> StoredTask:
    """The unit says no; organizers and colleagues are told."""
    refused = await apply(work, task, Act.REFUSE, reason)
    listed = await lister(work, [refused])
    await tell_organizers(work, TaskRefused(task=listed.line(refused), reason=reason), refused)
    await tell_colleagues(work, [refused])
    return refused


async def _progress(work: Work, data: dict[str, Any]) -> Reply:
    found = await for_act(work, TaskId(data["task"]), Act.PROGRESS)
    if found.revision != data["revision"]:
        return await outdated(work, found)
    return Reply(it=await card(work, await apply(work, found, Act.PROGRESS, data["words"]), "progress"))


register(Flow("progress_task", (Step("words", some_text),), finish=_progress))
register(Flow("refuse_task", (Step("reason", some_text),), finish=_refuse))
register(
    Flow("report_task", (Step("report", some_text, takes_files=True),), finish=report, finish_with_file=report_file)
)

# --- organizers judge -----------------------------------------------------------------------------------------------


async def judge(work: Work, task: TaskId, revision: int, act: Act) -> Reply:
    """An organizer takes the report (done), or reopens what was done; the unit is told."""
    require(work.actor, Permission.MANAGE_TASKS)
    found = await find(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    judged = await apply(work, found, act)
    line = (await lister(work, [judged])).line(judged)
    view = TaskJudged(task=line) if act is Act.FINISH else TaskChanged(task=line, what="reopened")
    await tell_unit(work, judged, view, "done" if act is Act.FINISH else None)
    return Reply(it=await card(work, judged, act.value), edit=True)


async def _give_back(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_TASKS)
    found = await find(work, TaskId(data["task"]))
    if found.revision != data["revision"]:
        return await outdated(work, found)
    returned = await apply(work, found, Act.RETURN, data["reason"])
    line = (await lister(work, [returned])).line(returned)
    await tell_unit(work, returned, TaskJudged(task=line, reason=data["reason"]), "returned")
    return Reply(it=await card(work, returned, "return"))


register(Flow("return_task", (Step("reason", some_text),), finish=_give_back))
