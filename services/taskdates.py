"""Deadlines: typed, proposed by kind, counted from the conference, coming round again; units are told old → new."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain import deadlines
from domain.actor import Permission, require
from domain.conference import Programme, TaskState
from domain.ids import AccountId, TaskId, UnitId
from domain.refusal import Refusal
from domain.taskkinds import proposed
from domain.tasks import Act
from domain.vietnamese import nfc
from domain.views import Reply
from services.desk import SYSTEM, Work, local
from services.flows import Flow, Step, register, some_text
from services.taskcards import card
from services.taskediting import CLOSED, UNKNOWN_TO_UNIT, ask, editable
from services.tasklists import conference_of, lister
from services.taskmembers import with_parts
from services.taskmoves import again, apply, outdated, write_down
from services.tasknotices import freshen, tell, tell_groups, tell_unit
from services.taskundated import instant_of, proposed_days
from services.views.taskdeadlines import DeadlineDoubt, DeadlinesSet
from services.views.tasks import DeadlineMove, DeadlinesMoved, TaskChanged
from storage import taskrounds, tasks
from storage.taskhistory import ROUND
from storage.tasks import StoredTask


async def _type_deadline(work: Work, data: dict[str, Any]) -> Reply:
    found = await editable(work, TaskId(data["task"]))
    if found.revision != data["revision"]:
        return await outdated(work, found)
    zone = (await conference_of(work)).timezone
    days = await tasks.days_of(work.connection, work.conference)
    now = local(work.now, zone)
    again_and_again = deadlines.recurring(data["deadline"])
    moment = again_and_again.next_after(now) if again_and_again else deadlines.typed(data["deadline"], now, days)
    phrase = nfc(data["deadline"]) if again_and_again or deadlines.relative(data["deadline"]) else None
    why = "past" if moment < now else "after" if _is_after(moment.date(), days) and phrase is None else None
    instant = moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    if why is not None:
        line = (await lister(work, [found])).line(found)
        return Reply(it=DeadlineDoubt(task=line, deadline=moment, why=why, minutes=int(instant.timestamp()) // 60))
    return Reply(it=await card(work, await _set_deadline(work, found, instant, phrase), "deadline"))


def _is_after(day: date, days: tuple[date, ...]) -> bool:
    return bool(days) and day > days[-1]


async def keep_deadline(work: Work, task: TaskId, revision: int, minutes: int) -> Reply:
    """Set the deadline that was questioned: minutes since 1970 in UTC."""
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    try:
        instant = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    except OverflowError:
        raise Refusal("deadline_unclear") from None
    return Reply(it=await card(work, await _set_deadline(work, found, instant, None), "deadline"), edit=True)


Dated = tuple[StoredTask, datetime | None]
"""A task with its new deadline, and the local one that people know."""


async def _set_deadline(work: Work, task: StoredTask, instant: datetime, phrase: str | None) -> StoredTask:
    """Set it, for what members of a collective unit owe too, and tell the units old → new."""
    dated = [await _date(work, each, instant, phrase) for each in await with_parts(work, task)]
    await tell_dated(work, dated)
    return dated[0][0]


async def _date(work: Work, task: StoredTask, instant: datetime, phrase: str | None) -> Dated:
    """Set it and write it down; the revision goes up, so older buttons are known as old."""
    note = instant.isoformat(timespec="minutes")
    await write_down(work, task, "deadline", note, "deadline", "deadline_text")
    await tasks.change(work.connection, task.id, deadline=instant, deadline_text=phrase)
    dated = await again(work, task.id)
    unsaid = await freshen(work, [dated], "deadline")
    zone = (await conference_of(work)).timezone
    old = None if task.deadline is None else local(task.deadline, zone)
    if task.id in unsaid:  # nobody has been told of the deadline between
        old = None if unsaid[task.id] is None else datetime.fromisoformat(unsaid[task.id])
    return dated, old


async def tell_dated(work: Work, moved: Sequence[Dated]) -> None:
    """One message a unit, however many deadlines of what it leads or coordinates moved."""
    of_unit: dict[UnitId, list[Dated]] = {}
    for task, old in moved:
        if task.state not in UNKNOWN_TO_UNIT:
            for unit in (task.unit, *task.coordinating):
                of_unit.setdefault(unit, []).append((task, old))
    names = dict(await tasks.units_of(work.connection, work.conference)) if of_unit else {}
    told: dict[AccountId, set[TaskId]] = {}  # who answers for both units hears it once
    for unit, own in of_unit.items():
        listed = await lister(work, [task for task, _ in own])
        moves = tuple(DeadlineMove(task=listed.line(task, n), old=old) for n, (task, old) in enumerate(own, 1))
        if len(own) > 1:
            view: DeadlinesMoved | TaskChanged = DeadlinesMoved(unit=names[unit], moves=moves)
        else:
            new = moves[0].task.deadline
            view = TaskChanged(task=moves[0].task, what="deadline", old=moves[0].old, new=new)
        focal = (await tasks.focal_accounts(work.connection, [unit])).get(unit, [])
        about = {task.id for task, _ in own}
        unaware = [account for account in focal if not about <= told.get(account, set())]
        told |= {account: told.get(account, set()) | about for account in unaware}
        await tell(work, view, unaware, own[0][0].id if len(own) == 1 else None)
        await tell_groups(work, {unit: [task for task, _ in own]}, "changed")


async def recompute_deadlines(work: Work, programme: Programme) -> int:
    """Compute anew the deadlines that count from the conference's days; how many changed. Called when publishing."""
    zone = ZoneInfo(programme.conference.timezone)
    days = programme_days(programme)
    now = local(work.now, programme.conference.timezone)
    changed: list[Dated] = []
    for task in await tasks.all_of(work.connection, work.conference):
        moment = deadlines.from_conference(task.deadline_text, days[0], days[-1]) if days else None
        again_and_again = deadlines.recurring(task.deadline_text)
        if moment is None and again_and_again is not None and task.deadline is None:
            moment = again_and_again.next_after(now)
        instant = None if moment is None else moment.replace(tzinfo=zone).astimezone(UTC)
        if instant is None or instant == task.deadline or task.state in CLOSED:
            continue
        changed.append(await _date(work, task, instant, task.deadline_text))
    await tell_dated(work, changed)
    return len(changed)


def programme_days(programme: Programme) -> list[date]:
    """The conference's days that are known, rising."""
    found = programme.conference
    if found.starts_on is not None:
        return [found.starts_on, found.ends_on or found.starts_on]
    return sorted(session.day for session in programme.sessions if session.day is not None)


async def take_proposals(work: Work) -> Reply:
    """Set the usual deadline for every open task that has none, as a phrase that moves with the conference."""
    require(work.actor, Permission.MANAGE_TASKS)
    found = await tasks.all_of(work.connection, work.conference)
    undated = [each for each in found if each.deadline is None and each.state not in (*CLOSED, TaskState.DORMANT)]
    moments = await proposed_days(work, undated)
    if undated and not moments:
        raise Refusal("deadline_needs_conference")
    zone = ZoneInfo((await conference_of(work)).timezone)
    dated = []
    for task, moment in zip(undated, moments, strict=True):
        if moment is not None:
            dated.append(await _date(work, task, instant_of(moment, zone), proposed(task.text)))
    await tell_dated(work, dated)
    found_now = [task for task, _ in dated]
    return Reply(it=DeadlinesSet(tasks=(await lister(work, found_now)).lines(found_now)), edit=True)


async def take_proposal(work: Work, task: TaskId, revision: int) -> Reply:
    """Set the usual deadline for one task; where its day is over by now, ask for another."""
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    moments = await proposed_days(work, [found])
    if not moments:
        raise Refusal("deadline_needs_conference")
    (moment,) = moments
    if moment is None:
        return await ask(work, task, revision, "task_deadline")
    zone = ZoneInfo((await conference_of(work)).timezone)
    dated = await _set_deadline(work, found, instant_of(moment, zone), proposed(found.text))
    return Reply(it=await card(work, dated, "deadline"))


async def repeat_recurring(work: Work) -> int:
    """Recurring tasks come round again once their deadline is over; how many. Called by the tick."""
    repeated = 0
    for conference, zone, key, phrase in await taskrounds.recurring_over(work.connection, work.now):
        again_and_again = deadlines.recurring(phrase)
        if again_and_again is None:
            continue
        mine = replace(work, actor=replace(SYSTEM, conference=conference))
        days = await tasks.days_of(work.connection, conference)
        moment = again_and_again.next_after(local(work.now, zone))
        if days and moment.date() > days[-1]:
            continue
        await _comes_round(mine, await again(mine, key), moment, zone)
        work.notified = work.notified or mine.notified
        repeated += 1
    return repeated


async def _comes_round(work: Work, task: StoredTask, moment: datetime, zone: str) -> None:
    """What was done begins anew; a round that was not done stays as it is, late, and the next one stands beside it."""
    instant = moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    if task.state is TaskState.SHARED:  # its parts come round by themselves
        await tasks.change(work.connection, task.id, deadline=instant)
        return
    if task.state is TaskState.DONE:
        await apply(work, task, Act.REPEAT)
        await tasks.change(work.connection, task.id, deadline=instant, percent=None)
        fresh = await again(work, task.id)
    else:
        fresh = await _next_round(work, task, instant)
    line = (await lister(work, [fresh])).line(fresh)
    await tell_unit(work, fresh, TaskChanged(task=line, what="repeated", new=moment), "changed")


async def _next_round(work: Work, task: StoredTask, instant: datetime) -> StoredTask:
    """The next round as a task of its own, taken where the unit had taken this one, which keeps its own deadline."""
    key = await tasks.add(work.connection, work.conference, task.unit, task.text, TaskState.DRAFT)
    inherited: dict[str, Any] = {"deadline": instant, "deadline_text": task.deadline_text, "urgent": task.urgent}
    inherited |= {"rungs": task.rungs and list(task.rungs), "part_of": task.part_of}
    await tasks.change(work.connection, key, **inherited)
    for unit in task.coordinating:
        await tasks.add_unit(work.connection, work.conference, unit, key)
    await write_down(work, task, ROUND, instant.isoformat(timespec="minutes"), "part_of")
    await tasks.change(work.connection, task.id, deadline_text=None, part_of=None)
    given = await apply(work, await again(work, key), Act.ASSIGN)
    taken = task.state not in (TaskState.ASSIGNED, TaskState.REFUSED)
    return await apply(work, given, Act.ACCEPT) if taken else given


register(Flow("task_deadline", (Step("deadline", some_text),), finish=_type_deadline))
