"""All tasks at a glance: the leaders' one screen in the morning, what is due this week, the board as a file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from documents.charts import Bar, bars_png
from documents.workbook import Cell, Sheet, workbook
from domain.actor import Permission, require
from domain.conference import UNTOLD, TaskState
from domain.ids import NO_UNIT
from domain.refusal import Refusal
from domain.tasks import awaits_unit
from domain.views import Attachment, Reply
from services.desk import SYSTEM, Work, local
from services.notifying import Notice, notify
from services.taskcards import numbers_of
from services.tasklists import Lister, counts_of, leads, lister, unit_rows
from services.views.taskboards import UnitRow
from services.views.tasklines import TaskLine
from services.views.taskreviews import BoardFile, DueWeek, MorningScreen
from storage import organizers, taskrounds, tasks
from storage.tasks import StoredTask
from templates.render import known, words

_FEW = 6
_LATEST = timedelta(hours=4)
"""How long after its time the morning's screen is still worth sending."""

# --- the morning ----------------------------------------------------------------------------------------------------


async def morning(work: Work) -> Reply:
    """The leaders' one screen, at any time."""
    require(work.actor, Permission.MANAGE_TASKS)
    return Reply(it=await _screen(work), edit=True)


async def _screen(work: Work) -> MorningScreen:
    gone = (*UNTOLD, TaskState.WITHDRAWN, TaskState.SHARED)
    every = await tasks.all_of(work.connection, work.conference)
    found = [t for t in every if t.state not in gone]
    listed = await lister(work, found)
    reached = await tasks.reachable_units(work.connection, work.conference)
    late = _soonest([task for task in found if listed.late(task)])
    risk = _soonest([task for task in found if listed.at_risk(task, reached)])
    refused = [task for task in found if task.state is TaskState.REFUSED]
    return MorningScreen(
        conference=listed.conference.title,
        today=local(work.now, listed.conference.timezone),
        total=len(found),
        done=sum(task.state is TaskState.DONE for task in found),
        numbers=(len(late), len(risk), len(refused)),
        late=listed.lines(late[:_FEW]),
        risk=listed.lines(risk[:_FEW]),
        refused=listed.lines(refused[:_FEW]),
        reported=sum(task.state is TaskState.REPORTED for task in found),
        nobodys=sum(task.unit == NO_UNIT and task.state is TaskState.DRAFT for task in every),
        unreached=tuple(dict.fromkeys(t.unit_name for t in found if t.unit not in reached and awaits_unit(t.state))),
    )


def _soonest(some: Sequence[StoredTask]) -> list[StoredTask]:
    return sorted(some, key=lambda task: (task.deadline is None, task.deadline.timestamp() if task.deadline else 0))


async def tick(work: Work) -> int:
    """Send the morning's screen where it is time, once a working day to each organizer; how many conferences.

    Where everything is done nobody is disturbed.
    """
    at = work.settings.morning_at
    sent = 0
    for conference, zone in await taskrounds.running(work.connection) if at is not None else ():
        now = local(work.now, zone)
        if not (at is not None and _is_time(now, at) and work.settings.ladder.is_working_day(now.date())):
            continue
        mine = replace(work, actor=replace(SYSTEM, conference=conference))
        screen = await _screen(mine)
        if screen.done == screen.total:
            continue
        notice = Notice(
            kind="morning",
            it=screen,
            dedup=f"morning:{now:%Y-%m-%d}",
            useful_until=work.now + _LATEST,
        )
        told = await notify(mine, notice, await organizers.organizer_accounts(work.connection, conference))
        work.notified = work.notified or mine.notified
        sent += told is not None
    return sent


def _is_time(now: datetime, at: time) -> bool:
    since = now - datetime.combine(now.date(), at)
    return timedelta(0) <= since < _LATEST


# --- the week -------------------------------------------------------------------------------------------------------


async def week(work: Work, weeks: int = 0) -> Reply:
    """What is due in a week from Monday to Sunday: everything for organizers, their own for a unit's people."""
    manages = work.actor.may(Permission.MANAGE_TASKS)
    if not manages and not work.actor.units:
        raise Refusal("not_allowed")
    found = (
        await tasks.all_of(work.connection, work.conference)
        if manages
        else await tasks.of_units(work.connection, work.conference, work.actor.units)
    )
    listed = await lister(work, found)
    weeks = max(-520, min(520, weeks))
    today = local(work.now, listed.conference.timezone).date()
    first = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    last = first + timedelta(days=6)
    return Reply(
        it=DueWeek(
            first=first,
            last=last,
            days=_by_day(listed, found, first, last),
            overdue=sum(listed.late(task) for task in found),
            weeks=weeks,
            organizer=manages,
        ),
        edit=True,
    )


def _by_day(
    listed: Lister, found: Sequence[StoredTask], first: date, last: date
) -> tuple[tuple[date, tuple[TaskLine, ...]], ...]:
    """The tasks due in these days, numbered through, by day."""
    zone = listed.conference.timezone
    gone = (*UNTOLD, TaskState.WITHDRAWN, TaskState.SHARED)
    due = [task for task in _soonest(found) if task.deadline is not None and task.state not in gone]
    days: dict[date, list[TaskLine]] = {}
    number = 0
    for task in due:
        assert task.deadline is not None
        day = local(task.deadline, zone).date()
        if first <= day <= last:
            number += 1
            days.setdefault(day, []).append(listed.line(task, number))
    return tuple((day, tuple(lines)) for day, lines in sorted(days.items()))


# --- the board as a file --------------------------------------------------------------------------------------------


async def _figures(work: Work) -> tuple[list[StoredTask], Lister, BoardFile]:
    """All tasks for organizers; for a unit's people what it leads or coordinates."""
    manages = work.actor.may(Permission.MANAGE_TASKS)
    if manages:
        every = await tasks.all_of(work.connection, work.conference)
    elif work.actor.units:
        every = await tasks.of_units(work.connection, work.conference, work.actor.units)
    else:
        raise Refusal("not_allowed")
    gone: tuple[TaskState, ...] = (TaskState.WITHDRAWN, TaskState.SHARED)
    gone = gone if manages else (*gone, *UNTOLD)
    found = [task for task in every if task.state not in gone]
    listed = await lister(work, found)
    late = sum(listed.late(task) for task in found)
    counts = counts_of(replace(task, state=listed.state(task)) for task in found)
    return found, listed, BoardFile(what="sheet", total=len(found), late=late, counts=counts, organizer=manages)


async def sheet(work: Work) -> Reply:
    """The tasks as Excel, those at risk marked, and the units with their figures."""
    found, listed, view = await _figures(work)
    table = words(known(work.actor.language))
    heads, states = table["task_columns"], table["task_states"]
    reached = await tasks.reachable_units(work.connection, work.conference)
    rows = []
    numbers = await numbers_of(work, found)
    for task, line in zip(found, listed.lines(found), strict=True):
        late = heads["late"] if line.late else None
        risk = heads["risk"] if listed.at_risk(task, reached) else None
        row = (line.unit or heads["no_unit"], line.text, states[line.state], late or risk)
        own: tuple[Cell, ...] = (task.percent, line.by, line.at, numbers.get(task.id), task.note)
        seen = own if view.organizer or not line.helping else (None,) * len(own)
        rows.append((*row, line.deadline or line.deadline_text, *seen))
    names = ["unit", "task", "state", "late", "deadline", "percent", "by", "at", "number", "note"]
    by_unit = [
        (
            row.unit or heads["no_unit"],
            sum(n for _, n in row.counts),
            dict(row.counts).get("done", 0),
            row.late,
            None if row.reachable else "☎",
        )
        for row in await _rows(work, found, listed, view)
    ]
    book = workbook(
        [
            Sheet(heads["sheet_tasks"], tuple(heads[name] for name in names), rows),
            Sheet(heads["sheet_units"], tuple(heads[name] for name in _BY_UNIT), by_unit),
        ]
    )
    return Reply(it=view, files=(Attachment(heads["file"], book),))


async def _rows(work: Work, found: list[StoredTask], listed: Lister, view: BoardFile) -> list[UnitRow]:
    """Every unit for organizers; for a unit's people what their own units lead."""
    reached = await tasks.reachable_units(work.connection, work.conference)
    own = found if view.organizer else [task for task in found if leads(work, task)]
    return await unit_rows(work, own, listed, reached)


_BY_UNIT = ("unit", "total", "done", "late", "phone")


async def picture(work: Work) -> Reply:
    """A bar for each unit: done, reported, still open; so many to a picture. In text where there is no font for it."""
    found, listed, view = await _figures(work)
    table = words(known(work.actor.language))["task_columns"]
    bars = []
    for row in await _rows(work, found, listed, view):
        counts = dict(row.counts)
        late = f" ({table['late']}: {row.late})" if row.late else ""
        total = sum(counts.values())
        bars.append(Bar((row.unit or table["no_unit"]) + late, counts.get("done", 0), counts.get("reported", 0), total))
    legend = (table["done"], table["reported"], table["open"])
    parts = [bars[at : at + _BARS] for at in range(0, max(len(bars), 1), _BARS)][:_PICTURES]
    files = []
    for number, part in enumerate(parts, 1):
        place = f" ({number}/{len(parts)})" if len(parts) > 1 else ""
        drawn = bars_png(f"{listed.conference.title} – {view.total}{place}", legend, part)
        if drawn is None:
            return Reply(it=replace(view, what="no_picture"))
        files.append(Attachment(f"board-{number}.png", drawn, photo=True))
    return Reply(it=replace(view, what="picture"), files=tuple(files))


_BARS = 30
"""Units on one picture; more could not be read."""
_PICTURES = 10
