"""Tasks as they stand, and who answers for their units."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.chasing import Rank
from domain.conference import TaskState
from domain.ids import NO_UNIT, AccountId, ConferenceId, TaskId, UnitId
from domain.tasks import awaits_unit
from storage.database import insert_id, insert_new
from storage.schema import (
    accounts,
    conferences,
    delegates,
    focal_people,
    group_chats,
    organizers,
    sessions,
    task_units,
    tasks,
    units,
)

AT_WORK = frozenset({Rank.FOCAL, Rank.DEPUTY})
"""Those of a unit who do its tasks; the head hears of them by the ladder."""
WAITING = tuple(state.value for state in TaskState if awaits_unit(state))
"""The states in which the unit has something to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTask:
    """A task's row with its unit's name, empty where none has been given it; instants are in UTC."""

    id: TaskId
    unit: UnitId
    unit_name: str
    text: str
    state: TaskState
    revision: int
    deadline: datetime | None = None
    deadline_text: str | None = None
    conditional: bool = False
    urgent: bool | None = None
    percent: int | None = None
    snoozed_until: datetime | None = None
    rungs: tuple[int, ...] | None = None
    note: str | None = None
    acted_by: AccountId | None = None
    acted_at: datetime | None = None
    position: int = 0
    part_of: TaskId | None = None
    coordinating: tuple[UnitId, ...] = ()


def _task(row: Row[Any], helping: dict[int, list[UnitId]]) -> StoredTask:
    return StoredTask(
        id=TaskId(row.id),
        unit=UnitId(row.unit_id or NO_UNIT),
        unit_name=row.unit_name or "",
        text=row.text,
        state=TaskState(row.state),
        revision=row.revision,
        deadline=row.deadline,
        deadline_text=row.deadline_text,
        conditional=row.conditional,
        urgent=row.urgent,
        percent=row.percent,
        snoozed_until=row.snoozed_until,
        rungs=None if row.rungs is None else tuple(row.rungs),
        note=row.note,
        acted_by=row.acted_by,
        acted_at=row.acted_at,
        position=row.position,
        part_of=row.part_of,
        coordinating=tuple(helping.get(row.id, ())),
    )


def _query(conference: ConferenceId) -> Select[Any]:
    joined = tasks.outerjoin(units, units.c.id == tasks.c.unit_id)
    query = select(tasks, units.c.name.label("unit_name")).select_from(joined)
    return query.where(tasks.c.conference_id == conference).order_by(
        units.c.position.is_not(None), units.c.position, tasks.c.position, tasks.c.id
    )


async def _read(connection: AsyncConnection, conference: ConferenceId, query: Select[Any]) -> tuple[StoredTask, ...]:
    rows = (await connection.execute(query)).all()
    helping: dict[int, list[UnitId]] = {}
    order = select(task_units).where(task_units.c.conference_id == conference).order_by(task_units.c.unit_id)
    for each in (await connection.execute(order)).all() if rows else ():
        helping.setdefault(each.task_id, []).append(UnitId(each.unit_id))
    return tuple(_task(row, helping) for row in rows)


async def all_of(connection: AsyncConnection, conference: ConferenceId) -> tuple[StoredTask, ...]:
    """Every task of the conference, by unit, those of none first."""
    return await _read(connection, conference, _query(conference))


async def of_units(
    connection: AsyncConnection, conference: ConferenceId, whose: Iterable[UnitId]
) -> tuple[StoredTask, ...]:
    """The tasks that these units lead or coordinate."""
    mine = list(whose)
    helping = select(task_units.c.task_id).where(task_units.c.unit_id.in_(mine))
    query = _query(conference).where(tasks.c.unit_id.in_(mine) | tasks.c.id.in_(helping))
    return await _read(connection, conference, query)


async def parts_of(
    connection: AsyncConnection, conference: ConferenceId, some: Iterable[TaskId]
) -> tuple[StoredTask, ...]:
    """What each member owes of these tasks of collective units, what was taken back aside."""
    query = _query(conference).where(tasks.c.part_of.in_(list(some)), tasks.c.state != "withdrawn")
    return await _read(connection, conference, query)


async def due_between(
    connection: AsyncConnection, conference: ConferenceId, first: datetime, last: datetime
) -> tuple[StoredTask, ...]:
    """The tasks with a deadline in this time that their units still have to do something about."""
    query = _query(conference).where(tasks.c.deadline.between(first, last), tasks.c.state.in_(WAITING))
    return await _read(connection, conference, query)


async def get(connection: AsyncConnection, conference: ConferenceId, task: TaskId) -> StoredTask | None:
    """The task, locked where the database locks rows."""
    query = _query(conference).where(tasks.c.id == task).with_for_update(of=tasks)
    found = await _read(connection, conference, query)
    return found[0] if found else None


async def title_where_focal(connection: AsyncConnection, task: TaskId, account: AccountId) -> str | None:
    """The title of the task's conference, where the account answers for a unit in it."""
    query = (
        select(conferences.c.title)
        .join(tasks, tasks.c.conference_id == conferences.c.conference_id)
        .join(focal_people, focal_people.c.conference_id == conferences.c.conference_id)
        .where(tasks.c.id == task, focal_people.c.account_id == account)
        .limit(1)
    )
    found = (await connection.execute(query)).scalar()
    return None if found is None else str(found)


async def change(connection: AsyncConnection, task: TaskId, **values: Any) -> None:
    """Set columns of a task; its revision goes up, so that buttons which show it as it was are known as old."""
    await change_all(connection, [task], **values)


async def change_all(connection: AsyncConnection, some: Iterable[TaskId], **values: Any) -> None:
    """The same for several tasks, in one statement."""
    values["revision"] = tasks.c.revision + 1
    await connection.execute(update(tasks).where(tasks.c.id.in_(list(some))).values(values))


async def add(
    connection: AsyncConnection, conference: ConferenceId, unit: UnitId, text: str, state: TaskState
) -> TaskId:
    """A new task at the end of its unit's list, or of none."""
    last = select(func.coalesce(func.max(tasks.c.position), 0)).where(tasks.c.conference_id == conference)
    position = int((await connection.execute(last)).scalar_one()) + 1
    values = {
        "conference_id": conference,
        "unit_id": unit or None,
        "text": text,
        "state": state.value,
        "position": position,
    }
    return TaskId(await insert_id(connection, insert(tasks).values(values | {"conditional": False})))


async def focal_accounts(
    connection: AsyncConnection, units_asked: Iterable[UnitId], ranks: frozenset[Rank] = AT_WORK
) -> dict[UnitId, list[AccountId]]:
    """Who is told for each unit: those of these ranks, or everybody where nobody of them can be written to.

    A unit with nobody is missing.
    """
    query = (
        select(focal_people.c.unit_id, focal_people.c.account_id, focal_people.c.role, accounts.c.reachability)
        .join(accounts, accounts.c.account_id == focal_people.c.account_id)
        .where(focal_people.c.unit_id.in_(list(units_asked)))
    )
    everybody: dict[UnitId, list[AccountId]] = {}
    chosen: dict[UnitId, list[AccountId]] = {}
    reached: set[UnitId] = set()
    for row in (await connection.execute(query.order_by(focal_people.c.account_id))).all():
        unit, account = UnitId(row.unit_id), AccountId(row.account_id)
        everybody.setdefault(unit, []).append(account)
        if row.role in ranks:
            chosen.setdefault(unit, []).append(account)
            if row.reachability == "linked":
                reached.add(unit)
    return {unit: chosen[unit] if unit in reached else people for unit, people in everybody.items()}


async def reachable_units(connection: AsyncConnection, conference: ConferenceId) -> set[UnitId]:
    """Units for which somebody answers who can be written to, or that have a group chat."""
    groups = select(group_chats.c.unit_id).where(
        group_chats.c.conference_id == conference, group_chats.c.unit_id.is_not(None)
    )
    found = (await connection.execute(_with_people(conference).union(groups))).scalars()
    return {UnitId(each) for each in found}


async def units_with_people(connection: AsyncConnection, conference: ConferenceId) -> set[UnitId]:
    """Units for which somebody answers who can be written to."""
    return {UnitId(each) for each in (await connection.execute(_with_people(conference))).scalars()}


def _with_people(conference: ConferenceId) -> Select[Any]:
    joined = focal_people.join(accounts, accounts.c.account_id == focal_people.c.account_id)
    query = select(focal_people.c.unit_id).select_from(joined)
    return query.where(focal_people.c.conference_id == conference, accounts.c.reachability == "linked")


async def units_of(connection: AsyncConnection, conference: ConferenceId) -> list[tuple[UnitId, str]]:
    """All units by position: id, name."""
    query = select(units.c.id, units.c.name).where(units.c.conference_id == conference)
    rows = (await connection.execute(query.order_by(units.c.position, units.c.id))).all()
    return [(UnitId(row.id), row.name) for row in rows]


async def add_unit(connection: AsyncConnection, conference: ConferenceId, unit: UnitId, task: TaskId) -> None:
    """Let a unit coordinate a task."""
    values = {"conference_id": conference, "task_id": task, "unit_id": unit}
    await connection.execute(insert_new(connection, task_units, ["task_id", "unit_id"]).values(values))


async def remove_unit(connection: AsyncConnection, unit: UnitId, task: TaskId) -> None:
    """A unit no longer coordinates a task (it leads it now)."""
    await connection.execute(delete(task_units).where(task_units.c.task_id == task, task_units.c.unit_id == unit))


async def names_of(
    connection: AsyncConnection, conference: ConferenceId, people: Iterable[AccountId | None]
) -> dict[AccountId, str]:
    """The names under which accounts are known in the conference: as focal person, organizer or delegate."""
    wanted = [each for each in people if each is not None]
    found: dict[AccountId, str] = {}
    for table in (delegates, organizers, focal_people):
        query = select(table.c.account_id, table.c.name).where(
            table.c.conference_id == conference, table.c.account_id.in_(wanted), table.c.name.is_not(None)
        )
        found |= {AccountId(row.account_id): row.name for row in (await connection.execute(query)).all()}
    return found


async def days_of(connection: AsyncConnection, conference: ConferenceId) -> tuple[date, ...]:
    """The conference's days that are known, rising: its own dates and those of its sessions."""
    own = (
        await connection.execute(
            select(conferences.c.starts_on, conferences.c.ends_on).where(conferences.c.conference_id == conference)
        )
    ).one()
    query = select(sessions.c.day).where(
        sessions.c.conference_id == conference, sessions.c.day.is_not(None), sessions.c.state != literal("cancelled")
    )
    days = set((await connection.execute(query)).scalars()) if own.starts_on is None else set()
    return tuple(sorted(days | {each for each in own if each is not None}))
