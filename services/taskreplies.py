"""Replies typed in words become a proposal, and one press makes it an act: "đã xong ạ" is a report."""

from datetime import UTC, datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from domain import deadlines
from domain.conference import TaskState
from domain.ids import TaskId
from domain.refusal import Refusal
from domain.taskdelays import Later
from domain.tasks import Act, awaits_unit
from domain.taskwords import Declining, Finished, Said, Taking, Waiting, Working, understand
from domain.vietnamese import words
from domain.views import Reply
from services.desk import Work, local
from services.taskcards import card
from services.tasking import refused_with
from services.tasklists import conference_of, leads, lister
from services.taskmoves import again, apply, for_act, outdated
from services.taskreporting import report_with
from services.taskthreads import ask_later, day_end, snooze, snooze_limit
from services.views.taskthreads import ReplyProposal
from storage import tasks, units
from storage.tasks import StoredTask

_SHOWN = 8
_PEACE = timedelta(days=3)
"""How long a unit that waits for something is left in peace, unless the deadline comes earlier."""
_MEANING: dict[type, str] = {
    Finished: "finished",
    Later: "later",
    Waiting: "waiting",
    Working: "working",
    Taking: "taking",
    Declining: "declining",
}


async def is_reply(work: Work, text: str) -> bool:
    """Whether the words say something about a task that waits for this person's unit."""
    said = understand(text)
    return said is not None and bool(await _fitting(work, said, text))


async def propose(work: Work, text: str) -> Reply:
    """What the words seem to mean, with a button for each task that they may mean."""
    said = understand(text)
    fitting = [] if said is None else await _fitting(work, said, text)
    if said is None or not fitting:
        raise Refusal("stale_button")
    zone = (await conference_of(work)).timezone
    until = await _until(work, said, fitting[0], local(work.now, zone))
    said, fitting = _promised(said, until, fitting, zone)
    key = await units.keep_reply(work.connection, work.conference, work.actor.account, text, work.now)
    view = ReplyProposal(
        reply=key,
        meaning=_MEANING[type(said)],
        text=text,
        tasks=(await lister(work, fitting)).lines(fitting),
        until=None if isinstance(said, Working) else until,
        percent=said.percent if isinstance(said, Working) else None,
    )
    return Reply(it=view)


async def _fitting(work: Work, said: Said, text: str) -> list[StoredTask]:
    """The tasks that the words may be about: those whose words they share, else the most urgent ones."""
    found = await tasks.of_units(work.connection, work.conference, work.actor.units)
    states = (TaskState.ASSIGNED,) if isinstance(said, Taking | Declining) else tuple(filter(awaits_unit, TaskState))
    fitting = [task for task in found if leads(work, task) and task.state in states]
    typed = set(words(text))
    shared = {task.id: sum(len(word) > 2 for word in typed & set(words(task.text))) for task in fitting}
    far = work.now + timedelta(days=3650)
    fitting.sort(key=lambda task: (-shared[task.id], task.deadline or far, task.id))
    best = shared[fitting[0].id] if fitting else 0
    named = [task for task in fitting if best > 1 and shared[task.id] == best]
    return named or fitting[:_SHOWN]


def _promised(
    said: Said, until: datetime | None, fitting: list[StoredTask], zone: str
) -> tuple[Said, list[StoredTask]]:
    """A day that keeps the deadline is no plea for time but word of progress; with the tasks of which that is so."""
    if not isinstance(said, Later) or until is None:
        return said, fitting

    def keeps(task: StoredTask) -> bool:
        return task.deadline is not None and until <= local(task.deadline, zone)

    kept = keeps(fitting[0])
    return Working() if kept else said, [task for task in fitting if keeps(task) is kept]


async def _until(work: Work, said: Said, task: StoredTask, now: datetime) -> datetime | None:
    """The local time that the words ask for; refuses a day that does not exist."""
    zone = (await conference_of(work)).timezone
    deadline = None if task.deadline is None else local(task.deadline, zone)
    match said:
        case Later(until=str() as until):
            return deadlines.typed(until, now, await tasks.days_of(work.connection, work.conference))
        case Later(days=int() as days):
            return day_end(max(deadline or now, now) + timedelta(days=days))
        case Waiting():
            limit = snooze_limit(work, task)
            peace = day_end(now + _PEACE)
            return peace if limit is None else min(peace, local(limit, zone))
        case _:
            return None


async def confirm(work: Work, reply: int, task: TaskId, revision: int) -> Reply:
    """Do what the reply was understood to mean, with its words as the note."""
    kept = await units.reply_of(work.connection, reply, work.actor.account)
    said = None if kept is None else understand(kept.text)
    if kept is None or said is None:
        raise Refusal("stale_button")
    found = await for_act(work, task, Act.REPORT)
    if found.revision != revision:
        return await outdated(work, found)
    zone = (await conference_of(work)).timezone
    until = await _until(work, said, found, local(kept.at, zone))
    said, _ = _promised(said, until, [found], zone)
    done = await _act(work, said, found, kept.text, None if until is None else _instant(until, zone))
    await units.forget_reply(work.connection, reply)
    return Reply(it=await card(work, done, _SAID[_MEANING[type(said)]]), edit=True)


_SAID = {
    "finished": "report",
    "later": "later",
    "waiting": "snooze",
    "working": "progress",
    "taking": "accept",
    "declining": "refuse",
}


def _instant(moment: datetime, zone: str) -> datetime:
    return moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


async def _act(work: Work, said: Said, task: StoredTask, text: str, until: datetime | None) -> StoredTask:
    match said:
        case Finished():
            return await report_with(work, await _taken(work, task), text)
        case Working():
            return await apply(work, await _taken(work, task), Act.PROGRESS, text)
        case Taking():
            return await apply(work, task, Act.ACCEPT)
        case Declining():
            return await refused_with(work, task, text)
        case Later():
            if until is None:
                raise Refusal("stale_button")
            await ask_later(work, task, until, text)
            return await again(work, task.id)
        case Waiting():
            assert until is not None
            return await snooze(work, task, until, text)
        case _:
            assert_never(said)


async def _taken(work: Work, task: StoredTask) -> StoredTask:
    """Whoever reports has taken the task."""
    return await apply(work, task, Act.ACCEPT) if task.state is TaskState.ASSIGNED else task
