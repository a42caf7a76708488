"""One task as a card: what is known of it, what may be done with it now, its history and its files."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from domain.actor import Permission
from domain.conference import UNTOLD, TaskState
from domain.ids import NO_UNIT, AccountId, TaskId, UnitId
from domain.papernumbers import paper_number
from domain.refusal import Refusal
from domain.taskkinds import kind_of
from domain.tasks import Act, Line, Side, awaits_unit, can_undo, in_force, possible
from domain.views import Attachment, Reply
from services.desk import Work, local
from services.tasklists import Lister, find, leads, lister, page_of
from services.views.taskcards import HISTORY_SHOWN, ReportFiles, TaskCard, TaskHistory
from services.views.tasklines import HistoryLine
from storage import taskhistory, taskrounds, tasks, units
from storage.taskreports import Paper, papers_of
from storage.tasks import StoredTask

_HISTORY_PAGE = 20
NUMBER = "number"
"""The act of a history line that names the paper by which a unit reported."""


async def card(work: Work, task: StoredTask, said: str | None = None, more: bool = False) -> TaskCard:
    """The task's card as this person may see it."""
    manages = work.actor.may(Permission.MANAGE_TASKS)
    mine = leads(work, task)
    history = await _history(work, task.id) if mine or manages else ()
    listed = await lister(work, [task], *_people(history))
    names = dict(await tasks.units_of(work.connection, work.conference))
    reached = await tasks.reachable_units(work.connection, work.conference)
    helping = await _helping(work, task)
    papers = await _papers(work, task.id) if mine or manages else []
    shared = task.state is TaskState.SHARED and manages
    parts = await tasks.parts_of(work.connection, work.conference, [task.id]) if shared else ()
    asleep = task.snoozed_until is not None and task.snoozed_until > work.now
    return TaskCard(
        task=listed.line(task),
        parts=listed.lines(parts),
        coordinating=tuple(names[unit] for unit in helping),
        acknowledged=tuple(names[unit] for unit, known in helping.items() if known),
        snoozed=local(task.snoozed_until, listed.conference.timezone) if asleep and task.snoozed_until else None,
        rungs=task.rungs or (await taskrounds.of_kinds(work.connection, work.conference)).get(kind_of(task.text)),
        number=number_of(history),
        note=task.note if mine or manages else None,
        history=tuple(_history_line(line, listed) for line in history[-HISTORY_SHOWN:]),
        happened=len(history),
        files=tuple(versioned(paper) for paper in papers),
        organizer=manages,
        mine=mine,
        acts=_acts(task, mine, manages),
        can_undo=can_undo(history, work.actor.account, work.now, undo_time(work)),
        reachable=task.unit in reached or task.unit == NO_UNIT,
        said=said,
        more=more,
    )


async def _helping(work: Work, task: StoredTask) -> dict[UnitId, bool]:
    """The units that coordinate the task, or the whole of which it is a part, and whether they know of it."""
    whole = None if task.part_of is None else await tasks.get(work.connection, work.conference, task.part_of)
    found: dict[UnitId, bool] = {}
    for each in (task, *([whole] if whole else [])):
        known = await units.acknowledged(work.connection, each.id) if each.coordinating else {}
        found |= {unit: unit in known or found.get(unit, False) for unit in each.coordinating}
    return found


async def _history(work: Work, task: TaskId) -> tuple[Line, ...]:
    """What happened to the task; a unit sees nothing of the time when it was another's."""
    lines = await taskhistory.history(work.connection, task)
    return lines if work.actor.may(Permission.MANAGE_TASKS) else _since_handed_over(lines)


def _since_handed_over(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    standing = [line for line in in_force(lines) if line.act == Act.HAND_OVER]
    last = max((place for place, line in enumerate(lines) if any(line is each for each in standing)), default=0)
    return lines[last:]


async def _papers(work: Work, task: TaskId) -> list[Paper]:
    """The files reported on the task, by the same measure."""
    kept = await papers_of(work.connection, [task])
    own = await _history(work, task)
    since = own[0].at if own and own[0].act == Act.HAND_OVER else None
    return kept if since is None or work.actor.may(Permission.MANAGE_TASKS) else [p for p in kept if p.at >= since]


def undo_time(work: Work) -> timedelta:
    """How long an act can be taken back by who did it."""
    return timedelta(minutes=work.settings.task_undo_minutes)


def number_of(history: Iterable[Line]) -> str | None:
    """The number of the unit's paper: the last one entered, or found in what was reported."""
    found = None
    for line in history:
        if line.act == NUMBER:
            found = line.note
        elif line.act == Act.REPORT:
            found = paper_number(line.note) or found
    return found


async def numbers_of(work: Work, some: Iterable[StoredTask]) -> dict[TaskId, str]:
    """The numbers of the papers by which these tasks were reported, where there are any."""
    lines: dict[int, list[Line]] = {}
    acts = (Act.REPORT.value, NUMBER)
    for key, line in await taskhistory.lines_of(work.connection, [task.id for task in some], acts):
        lines.setdefault(key, []).append(line)
    numbers = {TaskId(key): number_of(own) for key, own in lines.items()}
    return {key: number for key, number in numbers.items() if number is not None}


def versioned(paper: Paper) -> str:
    """A report's file by its name, with its version where there are several of that name."""
    return paper.name if paper.version == 1 else f"{paper.name} ({paper.version})"


def _people(lines: Iterable[Line]) -> list[AccountId | None]:
    """Everybody whom the lines name."""
    return [who for line in lines for who in (line.by, _colleague(line))]


def _colleague(line: Line) -> AccountId | None:
    return AccountId(int(line.note)) if line.act == taskhistory.FORWARD and line.note else None


def _history_line(line: Line, listed: Lister) -> HistoryLine:
    zone = listed.conference.timezone
    by = None if line.by is None else listed.names.get(line.by)
    shown = HistoryLine(act=line.act, at=local(line.at, zone), by=by)
    match line.act:
        case "deadline":
            old = (line.was or {}).get("deadline")
            return replace(shown, old=_local(old, zone), new=_local(line.note, zone))
        case "round":
            return replace(shown, next=_local(line.note, zone))
        case "ladder":
            return replace(shown, rungs=tuple(int(day) for day in (line.note or "").split()))
        case "chase":
            return replace(shown, rungs=(int(line.note.partition(" ")[0]),) if line.note else ())
        case "urgent":
            return replace(shown, act="urgent" if line.note == "1" else "not_urgent")
        case "undo":
            return replace(shown, undone=line.note)
        case taskhistory.FORWARD:
            to = _colleague(line)
            return replace(shown, note=None if to is None else listed.names.get(to))
        case "known":
            return shown
        case _:
            return replace(shown, note=line.note)


def _local(instant: str | None, zone: str) -> datetime | None:
    return None if instant is None else local(datetime.fromisoformat(instant), zone)


async def whole_history(work: Work, task: TaskId, page: int = 0) -> Reply:
    """Everything that happened to the task, the newest page last; only for its unit and the organizers."""
    found = await find(work, task)
    if not leads(work, found) and not work.actor.may(Permission.MANAGE_TASKS):
        raise Refusal("not_allowed")
    lines = await _history(work, task)
    listed = await lister(work, [found], *_people(lines))
    part, page, pages = page_of(lines, page, _HISTORY_PAGE)
    view = TaskHistory(
        task=listed.line(found), lines=tuple(_history_line(line, listed) for line in part), page=page, pages=pages
    )
    return Reply(it=view, edit=True)


def _acts(task: StoredTask, mine: bool, manages: bool) -> tuple[str, ...]:
    """What the card offers. Drafts go out by publishing, so they are not assigned by hand."""
    side = Side.ORGANIZERS if manages else Side.UNIT
    found = possible(task.state, side) if mine or manages else ()
    if task.state is TaskState.DRAFT:
        found = tuple(act for act in found if act in (Act.HAND_OVER, Act.WITHDRAW))
    alive = task.state not in (TaskState.DONE, TaskState.WITHDRAWN)
    offered = [act.value for act in found]
    if manages and alive:
        offered += ["deadline", "edit", "split", "merge", "helpers", "ladder", "urgent"]
    if manages and task.state not in UNTOLD:
        offered += ["answer", "note"]
    if mine and alive and task.state not in UNTOLD:
        offered += ["question", "forward", "note"]
        offered += ["later", "snooze"] if awaits_unit(task.state) else []
        offered += ["number"] if task.state is TaskState.REPORTED else []
    return tuple(dict.fromkeys(offered))


async def show(work: Work, task: TaskId, said: str | None = None, more: bool = False) -> Reply:
    """The task's card, in place of the message whose button was pressed."""
    return Reply(it=await card(work, await find(work, task), said, more), edit=True)


async def files(work: Work, task: TaskId) -> Reply:
    """The files reported on a task; only for its unit and the organizers."""
    found = await find(work, task)
    if not leads(work, found) and not work.actor.may(Permission.MANAGE_TASKS):
        raise Refusal("not_allowed")
    kept = await _papers(work, task)
    if not kept:
        raise Refusal("task_without_files")
    listed = await lister(work, [found])
    sent = tuple(Attachment(paper.name, work.desk.files.where(paper.path)) for paper in kept[-10:])
    return Reply(it=ReportFiles(task=listed.line(found), files=tuple(map(versioned, kept))), files=sent)
