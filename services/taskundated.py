"""Tasks without a deadline: organizers are asked once, when a task is given, with the usual day of its kind."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain import deadlines
from domain.conference import TaskState
from domain.taskkinds import proposed
from services.desk import Work
from services.tasklists import conference_of, lister
from services.tasknotices import ask_organizers
from services.views.taskdeadlines import DeadlinesMissing
from storage import notices, tasks
from storage.tasks import StoredTask


async def ask_deadlines(work: Work, given: Sequence[StoredTask], later: bool = False) -> None:
    """Ask for the deadlines that these tasks lack; they have just been given, `later` than the publication.

    A task is given by the publication once, so no key is needed there; a sleeping one that is woken, put back to
    sleep by an undo and woken again is asked about once, because the notice's key has been used.
    """
    undated = [task for task in given if task.deadline is None]
    if not undated:
        return
    lines = (await lister(work, undated)).lines(undated)
    view = DeadlinesMissing(tasks=lines, proposals=await proposed_days(work, undated), later=later)
    await ask_organizers(work, view, dedup=f"deadline:{undated[0].id}" if later else None)


async def ask_now_dated(work: Work) -> None:
    """Once the conference has its days: what was asked for without a proposal is asked for with one, once."""
    asked = await notices.said(work.connection, work.conference, "tasks/deadlines_missing")
    waiting = {line["id"] for data in asked if not data.get("proposals") for line in data.get("tasks", ())}
    waiting -= {line["id"] for data in asked if data.get("proposals") for line in data.get("tasks", ())}
    if not waiting:
        return
    every = await tasks.all_of(work.connection, work.conference)
    closed = (TaskState.DONE, TaskState.WITHDRAWN, TaskState.DORMANT)
    undated = [t for t in every if t.id in waiting and t.deadline is None and t.state not in closed]
    proposals = await proposed_days(work, undated) if undated else ()
    if any(proposals):
        lines = (await lister(work, undated)).lines(undated)
        await ask_organizers(work, DeadlinesMissing(tasks=lines, proposals=proposals), dedup="deadlines:dated")


async def proposed_days(work: Work, undated: Sequence[StoredTask]) -> tuple[datetime | None, ...]:
    """The usual deadline of each task's kind (local), None where it is over; empty while the days are not known."""
    days = await tasks.days_of(work.connection, work.conference)
    if not days:
        return ()
    zone = ZoneInfo((await conference_of(work)).timezone)
    found = [deadlines.from_conference(proposed(task.text), min(days), max(days)) for task in undated]
    return tuple(each if each is not None and instant_of(each, zone) > work.now else None for each in found)


def instant_of(moment: datetime, zone: ZoneInfo) -> datetime:
    """A local time of the conference as an instant in UTC."""
    return moment.replace(tzinfo=zone).astimezone(UTC)
