"""Tasks as people see them: lines, a unit's list, the board."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from domain.actor import Permission, require
from domain.conference import UNTOLD, Conference, TaskState
from domain.ids import NO_UNIT, AccountId, TaskId, UnitId
from domain.refusal import Refusal
from domain.taskkinds import kind_of, sounds_urgent
from domain.tasks import awaits_unit, board_rank, is_at_risk, is_overdue
from domain.views import Reply
from services.desk import Work, local
from services.views.taskboards import TaskBoard, UnitRow
from services.views.tasklines import TaskLine
from services.views.tasks import NoTasks, UnitTasks
from storage import programmes, tasks, units
from storage.tasks import StoredTask

T = TypeVar("T")
PAGE = 10
UNITS_PAGE = 20
ALL = "all"
UNIT_FILTERS = (ALL, "late", "risk", "week", "waiting", "working", "refused", "reported", "done")
"""What a unit's own list can be narrowed to; `waiting` is what waits for the unit's answer or its new report."""


@dataclass(frozen=True, slots=True)
class Lister:
    """Turns stored tasks into lines: knows the conference, its clock, and the names of those who acted."""

    work: Work
    conference: Conference
    names: dict[AccountId, str]

    def line(self, task: StoredTask, number: int = 1) -> TaskLine:
        """The task in one line."""
        zone = self.conference.timezone
        return TaskLine(
            number=number,
            helping=self._helps(task),
            id=task.id,
            revision=task.revision,
            unit=task.unit_name,
            text=task.text,
            state=self.state(task).value,
            late=self.late(task),
            deadline=None if task.deadline is None else local(task.deadline, zone),
            deadline_text=task.deadline_text,
            by=None if task.acted_by is None else self.names.get(task.acted_by),
            at=None if task.acted_at is None else local(task.acted_at, zone),
            percent=task.percent if task.state is TaskState.IN_PROGRESS else None,
            urgent=is_urgent(task),
        )

    def lines(self, some: Iterable[StoredTask], start: int = 1) -> tuple[TaskLine, ...]:
        """The tasks in lines, numbered from `start`."""
        return tuple(self.line(task, number) for number, task in enumerate(some, start))

    def late(self, task: StoredTask) -> bool:
        """Whether the unit should have been through."""
        return is_overdue(self.state(task), task.deadline, self.work.now)

    def state(self, task: StoredTask) -> TaskState:
        """The state as the reader may know it: that a unit said no is not for those who coordinate."""
        hidden = task.state is TaskState.REFUSED and not self.work.actor.may(Permission.MANAGE_TASKS)
        return TaskState.ASSIGNED if hidden and self._helps(task) else task.state

    def at_risk(self, task: StoredTask, reached: Collection[UnitId]) -> bool:
        """Whether it may well become late; `reached` are the units of which somebody can be written to."""
        state = self.state(task)
        return is_at_risk(state, task.percent, task.deadline, self.work.now, task.unit in reached)

    def is_due_this_week(self, task: StoredTask) -> bool:
        """Whether the unit still has to be through between this week's Monday and Sunday."""
        if task.deadline is None or not awaits_unit(self.state(task)):
            return False
        today = local(self.work.now, self.conference.timezone).date()
        monday = today - timedelta(days=today.weekday())
        return monday <= local(task.deadline, self.conference.timezone).date() <= monday + timedelta(days=6)

    def _helps(self, task: StoredTask) -> bool:
        return helps(self.work, task) and not leads(self.work, task)


def is_urgent(task: StoredTask) -> bool:
    """Whether the task is recalled by itself: an organizer said so, or its words do."""
    return sounds_urgent(task.text) if task.urgent is None else task.urgent


async def conference_of(work: Work) -> Conference:
    """The working copy of the actor's conference."""
    found = await programmes.conference(work.connection, work.conference)
    if found is None:
        raise Refusal("no_conference")
    return found


async def lister(work: Work, some: Iterable[StoredTask], *others: AccountId | None) -> Lister:
    """A lister for these tasks."""
    people = {*(task.acted_by for task in some), *others}
    names = await tasks.names_of(work.connection, work.conference, people)
    return Lister(work, await conference_of(work), names)


def leads(work: Work, task: StoredTask) -> bool:
    """Whether the person answers for the unit that leads the task."""
    return task.unit in work.actor.units


def helps(work: Work, task: StoredTask) -> bool:
    """Whether the person answers for a unit that coordinates the task."""
    return any(unit in work.actor.units for unit in task.coordinating)


def sees(work: Work, task: StoredTask) -> bool:
    """A unit sees the tasks that it leads or coordinates; organizers see all."""
    return leads(work, task) or helps(work, task) or work.actor.may(Permission.MANAGE_TASKS)


async def find(work: Work, task: TaskId) -> StoredTask:
    """The task, if the person may see it; one that is another unit's is as if it were not there."""
    found = await tasks.get(work.connection, work.conference, task)
    if found is not None and sees(work, found):
        return found
    # A notice may be about a conference that is not the person's current one.
    elsewhere = await tasks.title_where_focal(work.connection, task, work.actor.account) if found is None else None
    raise Refusal("task_unknown") if elsewhere is None else Refusal("task_elsewhere", title=elsewhere)


def page_of(items: Sequence[T], page: int, size: int) -> tuple[Sequence[T], int, int]:
    """A page of the items, its number brought into range, and how many pages there are."""
    pages = max(1, -(-len(items) // size))
    page = min(max(page, 0), pages - 1)
    return items[page * size : (page + 1) * size], page, pages


async def overview(work: Work) -> Reply:
    """`/nhiemvu`: the board for organizers, the own list for focal people, an explanation for others."""
    if work.actor.may(Permission.MANAGE_TASKS):
        return await board(work)
    return await mine(work)


async def mine(work: Work, page: int = 0, said: str | None = None, edit: bool = False, under: str = ALL) -> Reply:
    """The tasks of the person's units, those that wait for them first; under a filter the soonest first."""
    if under not in UNIT_FILTERS:
        raise Refusal("stale_button")
    if not work.actor.units:
        return Reply(it=NoTasks(), edit=edit)
    found = await tasks.of_units(work.connection, work.conference, work.actor.units)
    shown = [task for task in found if task.state not in (*UNTOLD, TaskState.WITHDRAWN)]
    listed = await lister(work, shown)
    shown.sort(key=lambda task: board_rank(listed.state(task), listed.late(task)))
    parted = _parted(listed, shown, await tasks.reachable_units(work.connection, work.conference))
    part, page, pages = page_of(parted.get(under, shown), page, PAGE)
    waiting = [task.unit for task in shown if task.state is TaskState.ASSIGNED and leads(work, task)]
    single = len(set(waiting)) == 1 and len(waiting) > 1
    names = dict(await tasks.units_of(work.connection, work.conference))
    view = UnitTasks(
        units=tuple(names[unit] for unit in work.actor.units if unit in names),
        tasks=listed.lines(part, page * PAGE + 1),
        total=len(shown),
        filter=under,
        counts=tuple((name, len(chosen)) for name, chosen in parted.items()),
        accept_all=waiting[0] if single and under in (ALL, "waiting") else None,
        acknowledge=await _to_acknowledge(work) if under == ALL else None,
        page=page,
        pages=pages,
        said=said,
    )
    return Reply(it=view, edit=edit)


def _parted(listed: Lister, shown: Sequence[StoredTask], reached: Collection[UnitId]) -> dict[str, list[StoredTask]]:
    """The unit's tasks under each filter; only what it leads itself can wait for it or be refused by it."""
    soonest = sorted(shown, key=lambda task: (task.deadline is None, task.deadline or listed.work.now))

    def among(*states: TaskState, own: bool = False) -> list[StoredTask]:
        return [task for task in soonest if task.state in states and (leads(listed.work, task) or not own)]

    return {
        "late": [task for task in soonest if listed.late(task)],
        "risk": [task for task in soonest if listed.at_risk(task, reached)],
        "week": [task for task in soonest if listed.is_due_this_week(task)],
        "waiting": among(TaskState.ASSIGNED, TaskState.RETURNED, own=True),
        "working": among(TaskState.ACCEPTED, TaskState.IN_PROGRESS),
        "refused": among(TaskState.REFUSED, own=True),
        "reported": among(TaskState.REPORTED),
        "done": among(TaskState.DONE),
    }


async def _to_acknowledge(work: Work) -> int | None:
    """One of the person's units that has not acknowledged what it coordinates."""
    for unit in work.actor.units:
        if await units.unacknowledged(work.connection, unit):
            return unit
    return None


async def board_of(work: Work, unit: UnitId, page: int = 0) -> Reply:
    """What one unit leads or coordinates, the soonest first."""
    require(work.actor, Permission.MANAGE_TASKS)
    name = dict(await tasks.units_of(work.connection, work.conference)).get(unit)
    if name is None:
        raise Refusal("unit_unknown")
    shown = await board(work, "unit", page, edit=True, unit=unit)
    return replace(shown, it=replace(shown.it, unit=name, unit_id=unit))


async def board(
    work: Work, shown: str = "units", page: int = 0, edit: bool = False, unit: UnitId | None = None
) -> Reply:
    """Unit × state, late ones first; under a filter (`late`, `risk`, a state, one unit) its tasks."""
    require(work.actor, Permission.MANAGE_TASKS)
    if shown not in ("units", "late", "risk", "mine", "nobody", *TaskState) and unit is None:
        raise Refusal("stale_button")
    every = [t for t in await tasks.all_of(work.connection, work.conference) if t.state is not TaskState.WITHDRAWN]
    shared = [task for task in every if task.state is TaskState.SHARED]  # its parts are counted
    found = [task for task in every if task.state is not TaskState.SHARED]
    listed = await lister(work, found)
    reached = await tasks.reachable_units(work.connection, work.conference)
    some = {
        "late": [task for task in found if listed.late(task)],
        "risk": [task for task in found if listed.at_risk(task, reached)],
        "mine": await _looked_after(work, found),
        "nobody": [task for task in found if task.unit == NO_UNIT],
    }
    view = TaskBoard(
        total=len(found),
        late=len(some["late"]),
        risk=len(some["risk"]),
        counts=(*counts_of(found), *counts_of(shared)),
        own=len(some["mine"]),
        nobodys=len(some["nobody"]),
        filter=shown,
        answers=bool(work.actor.units),
    )
    if shown == "units":
        rows, page, pages = page_of(await unit_rows(work, found, listed, reached), page, UNITS_PAGE)
        numbered = tuple(replace(row, number=n) for n, row in enumerate(rows, page * UNITS_PAGE + 1))
        return Reply(it=replace(view, units=numbered, page=page, pages=pages), edit=edit)
    chosen = some.get(shown) or [t for t in every if t.state.value == shown or unit in (t.unit, *t.coordinating)]
    chosen.sort(key=lambda task: (task.deadline is None, task.deadline or work.now))
    part, page, pages = page_of(chosen, page, PAGE)
    return Reply(it=replace(view, tasks=listed.lines(part, page * PAGE + 1), page=page, pages=pages), edit=edit)


async def _looked_after(work: Work, found: Iterable[StoredTask]) -> list[StoredTask]:
    """Those of the units and of the kinds of work that the actor looks after."""
    me = work.actor.account
    areas = await units.areas(work.connection, work.conference)
    kinds = await units.kinds(work.connection, work.conference)
    mine = {kind for kind, who in kinds.items() if me in who}
    return [t for t in found if me in areas.get(t.unit, ()) or (mine and kind_of(t.text) in mine)]


def counts_of(found: Iterable[StoredTask]) -> tuple[tuple[str, int], ...]:
    """How many tasks are in each state, in board order, states without any left out."""
    number: dict[TaskState, int] = {}
    for task in found:
        number[task.state] = number.get(task.state, 0) + 1
    return tuple((state.value, number[state]) for state in sorted(number, key=lambda each: board_rank(each, False)))


async def unit_rows(
    work: Work, found: Iterable[StoredTask], listed: Lister, reached: Collection[UnitId]
) -> list[UnitRow]:
    """Each unit that has tasks: tasks of none on top, late units first, then those that nobody reaches."""
    of_unit: dict[UnitId, list[StoredTask]] = {}
    for task in found:
        of_unit.setdefault(task.unit, []).append(task)
    rows = [
        UnitRow(
            unit=name,
            id=unit,
            reachable=unit in reached or unit == NO_UNIT,
            late=sum(listed.late(task) for task in of_unit[unit]),
            counts=counts_of(of_unit[unit]),
        )
        for unit, name in [(NO_UNIT, ""), *await tasks.units_of(work.connection, work.conference)]
        if unit in of_unit
    ]
    return sorted(rows, key=lambda row: (row.unit != "", -row.late, row.reachable))
