"""A unit and the organizers talk about a task: questions and answers threaded on it, notes, time, colleagues."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain import deadlines
from domain.actor import Permission
from domain.ids import AccountId, TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import awaits_unit
from domain.views import Reply
from services import flows
from services.desk import Work, local
from services.flows import Flow, Step, register, some_text
from services.taskcards import NUMBER, card
from services.tasklists import conference_of, find, leads, lister, mine
from services.taskmembers import with_parts
from services.taskmoves import again, outdated, write_down
from services.tasknotices import tell, tell_organizers, tell_unit
from services.views.taskthreads import (
    LaterAsked,
    LaterDenied,
    PickColleague,
    TaskAnswer,
    TaskForwarded,
    TaskQuestion,
    TaskSnoozed,
)
from storage import taskhistory, tasks, units
from storage.taskhistory import FORWARD
from storage.tasks import StoredTask

QUESTION, ANSWER, NOTE, SNOOZE, LATER, DENIED = (
    "question",
    "answer",
    "note",
    "snooze",
    "later",
    "later_denied",
)
_BY_ORGANIZERS = (ANSWER,)
_OVERDUE_SNOOZE = timedelta(days=7)
"""How long a task that is over its deadline may be left in peace."""


async def _own(work: Work, task: TaskId) -> StoredTask:
    """The task, if the person answers for its unit (an organizer may do it for the unit)."""
    found = await find(work, task)
    if not (leads(work, found) or work.actor.may(Permission.MANAGE_TASKS)):
        raise Refusal("task_not_yours")
    return found


# --- words ----------------------------------------------------------------------------------------------------------


async def talk(work: Work, task: TaskId, kind: str) -> Reply:
    """Ask for the words of a question, an answer, a note, or for the number of a paper."""
    if kind not in (QUESTION, ANSWER, NOTE, NUMBER):
        raise Refusal("stale_button")
    found = await _own(work, task)
    if kind in _BY_ORGANIZERS and not work.actor.may(Permission.MANAGE_TASKS):
        raise Refusal("not_allowed")
    return await flows.begin(work, f"task_{kind}", task=task, text=found.text)


async def _ask(work: Work, data: dict[str, Any]) -> Reply:
    found = await _own(work, TaskId(data["task"]))
    await write_down(work, found, QUESTION, data["words"])
    listed = await lister(work, [found], work.actor.account)
    by = listed.names.get(work.actor.account)
    await tell_organizers(work, TaskQuestion(task=listed.line(found), text=data["words"], by=by), found)
    return Reply(it=await card(work, found, "question"))


async def _answer(work: Work, data: dict[str, Any]) -> Reply:
    found = await _own(work, TaskId(data["task"]))
    if not work.actor.may(Permission.MANAGE_TASKS):
        raise Refusal("not_allowed")
    history = await taskhistory.history(work.connection, found.id)
    talk = [line for line in history if line.act in (QUESTION, ANSWER)]
    asked = talk[-1].note if talk and talk[-1].act == QUESTION else None
    await write_down(work, found, ANSWER, data["words"])
    for each in await with_parts(work, found):
        line = (await lister(work, [each])).line(each)
        await tell_unit(work, each, TaskAnswer(task=line, text=data["words"], question=asked))
    return Reply(it=await card(work, found, "answer"))


async def _note(work: Work, data: dict[str, Any]) -> Reply:
    found = await _own(work, TaskId(data["task"]))
    await write_down(work, found, NOTE, data["words"])
    return Reply(it=await card(work, found, "note"))


async def _number(work: Work, data: dict[str, Any]) -> Reply:
    found = await _own(work, TaskId(data["task"]))
    await write_down(work, found, NUMBER, data["words"])
    return Reply(it=await card(work, found, "number"))


for _kind, _finish in ((QUESTION, _ask), (ANSWER, _answer), (NOTE, _note)):
    register(Flow(f"task_{_kind}", (Step("words", some_text),), finish=_finish))
register(Flow(f"task_{NUMBER}", (Step("words", lambda text: some_text(text, most=60)),), finish=_number))

# --- time -----------------------------------------------------------------------------------------------------------


async def ask_time(work: Work, task: TaskId, revision: int, kind: str) -> Reply:
    """Begin `task_snooze` (no reminders for a while) or `task_later` (a later deadline)."""
    found = await _own(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    return await flows.begin(work, kind, task=task, revision=revision, text=found.text)


async def moment_of(work: Work, text: str) -> datetime:
    """The instant that somebody typed, by the conference's clock."""
    zone = (await conference_of(work)).timezone
    days = await tasks.days_of(work.connection, work.conference)
    return deadlines.typed(text, local(work.now, zone), days).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


async def _snooze(work: Work, data: dict[str, Any]) -> Reply:
    found = await _own(work, TaskId(data["task"]))
    if found.revision != data["revision"]:
        return await outdated(work, found)
    snoozed = await snooze(work, found, await moment_of(work, data["until"]), data["reason"])
    return Reply(it=await card(work, snoozed, "snooze"))


async def snooze(work: Work, task: StoredTask, until: datetime, reason: str) -> StoredTask:
    """No reminders until then; the organizers are told why. Never past the deadline: that is asking for more time."""
    if not awaits_unit(task.state):
        raise Refusal("task_wrong_state", state=task.state.value)
    if until <= work.now:
        raise Refusal("snooze_past")
    limit = snooze_limit(work, task)
    if limit is not None and until > limit:
        raise Refusal("snooze_too_long")
    await write_down(work, task, SNOOZE, reason, "snoozed_until")
    await tasks.change(work.connection, task.id, snoozed_until=until)
    fresh = await again(work, task.id)
    listed = await lister(work, [fresh], work.actor.account)
    view = TaskSnoozed(
        task=listed.line(fresh),
        until=local(until, listed.conference.timezone),
        reason=reason,
        by=listed.names.get(work.actor.account),
    )
    await tell_organizers(work, view, fresh)
    return fresh


def snooze_limit(work: Work, task: StoredTask) -> datetime | None:
    """Until when at most the unit may be left in peace; None where the task has no deadline."""
    if task.deadline is None:
        return None
    return task.deadline if task.deadline > work.now else work.now + _OVERDUE_SNOOZE


async def _later(work: Work, data: dict[str, Any]) -> Reply:
    found = await _own(work, TaskId(data["task"]))
    if found.revision != data["revision"]:
        return await outdated(work, found)
    await ask_later(work, found, await moment_of(work, data["until"]), data["reason"])
    return Reply(it=await card(work, found, "later"))


async def ask_later(work: Work, task: StoredTask, until: datetime, reason: str) -> None:
    """The unit asks for a later deadline; an organizer grants it with one press."""
    if not awaits_unit(task.state):
        raise Refusal("task_wrong_state", state=task.state.value)
    if until <= work.now or (task.deadline is not None and until <= task.deadline):
        raise Refusal("later_is_earlier")
    listed = await lister(work, [task], work.actor.account)
    shown = local(until, listed.conference.timezone)
    await write_down(work, task, LATER, f"{shown:%H:%M %d/%m/%Y} – {reason}")
    view = LaterAsked(
        task=listed.line(task),
        until=shown,
        minutes=int(until.timestamp()) // 60,
        reason=reason,
        by=listed.names.get(work.actor.account),
    )
    await tell_organizers(work, view, task)


async def deny_later(work: Work, task: TaskId, revision: int) -> Reply:
    """The deadline stays; the unit is told."""
    found = await find(work, task)
    if not work.actor.may(Permission.MANAGE_TASKS):
        raise Refusal("not_allowed")
    if found.revision != revision:
        return await outdated(work, found)
    await write_down(work, found, DENIED, None)
    await tasks.change(work.connection, found.id)
    fresh = await again(work, found.id)
    await tell_unit(work, fresh, LaterDenied(task=(await lister(work, [fresh])).line(fresh)))
    return Reply(it=await card(work, fresh, "later_denied"), edit=True)


_UNTIL = Step("until", some_text)
register(Flow("task_snooze", (_UNTIL, Step("reason", some_text)), finish=_snooze))
register(Flow("task_later", (_UNTIL, Step("reason", some_text)), finish=_later))

# --- colleagues -----------------------------------------------------------------------------------------------------


async def pick_colleague(work: Work, task: TaskId) -> Reply:
    """To whom in the unit is the task passed on?"""
    found = await _own(work, task)
    known = (await units.answerers(work.connection, [found.unit])).get(found.unit, [])
    others = [who for who in known if who.account != work.actor.account]
    line = (await lister(work, [found])).line(found)
    people = tuple((int(who.account), who.name, who.rank.value) for who in others)
    return Reply(it=PickColleague(task=line, unit=found.unit, people=people), edit=True)


async def forward(work: Work, task: TaskId, account: AccountId) -> Reply:
    """A colleague of the unit gets the task's card; the answer of either binds the unit."""
    found = await _own(work, task)
    known = (await units.answerers(work.connection, [found.unit])).get(found.unit, [])
    if account not in [who.account for who in known]:
        raise Refusal("not_a_colleague")
    await write_down(work, found, FORWARD, str(account))
    listed = await lister(work, [found], work.actor.account)
    by = listed.names.get(work.actor.account)
    await tell(work, TaskForwarded(task=listed.line(found), by=by), [account], found.id)
    return Reply(it=await card(work, found, "forward"), edit=True)


async def acknowledge(work: Work, unit: UnitId) -> Reply:
    """The unit knows of all that it coordinates."""
    if unit not in work.actor.units:
        raise Refusal("task_not_yours")
    if await units.acknowledge(work.connection, unit, work.actor.account, work.now):
        await work.note("task_acknowledged", "unit", unit)
    return await mine(work, said="acknowledged", edit=True)


def day_end(day: datetime) -> datetime:
    """The last minute of a local day."""
    return datetime.combine(day.date(), time(23, 59))
