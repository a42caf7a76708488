"""Collective units ("các đơn vị thành viên") and the units that are their members, each with its part of a task."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, TaskId, UnitId
from domain.units import unit_key
from storage.database import insert_id, insert_new
from storage.schema import focal_people, metadata, task_units, tasks, unit_members, units
from storage.tasks import StoredTask, get


async def members(connection: AsyncConnection, conference: ConferenceId) -> dict[UnitId, list[UnitId]]:
    """The members of each collective unit that has some, in the order in which they came."""
    query = select(unit_members).where(unit_members.c.conference_id == conference)
    found: dict[UnitId, list[UnitId]] = {}
    for row in (await connection.execute(query.order_by(unit_members.c.member_id))).all():
        found.setdefault(UnitId(row.unit_id), []).append(UnitId(row.member_id))
    return found


async def collective_of(connection: AsyncConnection, member: UnitId) -> tuple[UnitId, bool] | None:
    """Of which collective unit the unit is a member, and whether its own name is known; None for any other unit."""
    query = select(unit_members.c.unit_id, unit_members.c.named).where(unit_members.c.member_id == member)
    row = (await connection.execute(query.order_by(unit_members.c.unit_id).limit(1))).first()
    return None if row is None else (UnitId(row.unit_id), bool(row.named))


async def free(connection: AsyncConnection, collective: UnitId) -> list[tuple[UnitId, str]]:
    """The named members for which nobody answers yet: id, name."""
    taken = select(focal_people.c.unit_id)
    query = (
        select(units.c.id, units.c.name)
        .join(unit_members, unit_members.c.member_id == units.c.id)
        .where(unit_members.c.unit_id == collective, unit_members.c.named, units.c.id.not_in(taken))
    )
    rows = (await connection.execute(query.order_by(units.c.position, units.c.id))).all()
    return [(UnitId(row.id), row.name) for row in rows]


async def new_unit(connection: AsyncConnection, conference: ConferenceId, name: str, above: UnitId | None) -> UnitId:
    """A unit at the end of the list, under another or none."""
    last = select(func.coalesce(func.max(units.c.position), 0)).where(units.c.conference_id == conference)
    values = {"conference_id": conference, "name": name, "name_key": unit_key(name), "aliases": []}
    values |= {"parent_id": above, "position": int((await connection.execute(last)).scalar_one()) + 1}
    return UnitId(await insert_id(connection, insert(units).values(values)))


async def rename(connection: AsyncConnection, unit: UnitId, name: str) -> None:
    """The unit's own name, which was not known until now."""
    values = {"name": name, "name_key": unit_key(name)}
    await connection.execute(update(units).where(units.c.id == unit).values(values))
    await connection.execute(update(unit_members).where(unit_members.c.member_id == unit).values(named=True))


async def enroll(
    connection: AsyncConnection, conference: ConferenceId, collective: UnitId, member: UnitId, named: bool
) -> None:
    """The unit is a member of the collective one from now on."""
    values = {"conference_id": conference, "unit_id": collective, "member_id": member, "named": named}
    await connection.execute(insert_new(connection, unit_members, ["unit_id", "member_id"]).values(values))


async def dismiss(connection: AsyncConnection, collective: UnitId, member: UnitId) -> bool:
    """The unit is no member of the collective one from now on, nor stands under it; whether it has its own name."""
    which = (unit_members.c.unit_id == collective) & (unit_members.c.member_id == member)
    named = (await connection.execute(select(unit_members.c.named).where(which))).scalar()
    await connection.execute(delete(unit_members).where(which))
    under = (units.c.id == member) & (units.c.parent_id == collective)
    await connection.execute(update(units).where(under).values(parent_id=None))
    return bool(named)


async def move_person(connection: AsyncConnection, old: UnitId, new: UnitId, account: AccountId) -> None:
    """Who answered for the one unit answers for the other."""
    mine = (focal_people.c.unit_id == old) & (focal_people.c.account_id == account)
    await connection.execute(update(focal_people).where(mine).values(unit_id=new))


async def put_into(connection: AsyncConnection, old: UnitId, new: UnitId) -> None:
    """All that hangs on the one unit, in whatever table, hangs on the other from now on, and the first is no more."""
    await connection.execute(update(tasks).where(tasks.c.unit_id == old).values(revision=tasks.c.revision + 1))
    for table in metadata.sorted_tables:
        for column in [key.parent for key in table.foreign_keys if key.column is units.c.id]:
            if column.primary_key:
                await connection.execute(delete(table).where(column == old, _stands(table, column, new)))
            await connection.execute(update(table).where(column == old).values({column.name: new}))
    led = select(tasks.c.id).where(tasks.c.unit_id == new)
    await connection.execute(delete(task_units).where(task_units.c.unit_id == new, task_units.c.task_id.in_(led)))
    await connection.execute(update(units).where(units.c.id == new, units.c.parent_id == new).values(parent_id=None))
    await connection.execute(delete(units).where(units.c.id == old))


def _stands(table: Table, column: Column[Any], new: UnitId) -> ColumnElement[bool]:
    """The same row is there already for the other unit."""
    twin = table.alias()
    others = [twin.c[each.name] == each for each in table.primary_key if each is not column]
    return exists().where(twin.c[column.name] == new, *others)


async def every_part(connection: AsyncConnection, conference: ConferenceId, task: TaskId) -> list[StoredTask]:
    """All parts of a task, those taken back too."""
    query = select(tasks.c.id).where(tasks.c.part_of == task).order_by(tasks.c.id)
    keys = [TaskId(each) for each in (await connection.execute(query)).scalars()]
    found = [await get(connection, conference, key) for key in keys]
    return [each for each in found if each is not None]


async def give_parts(
    connection: AsyncConnection, conference: ConferenceId, task: StoredTask, some: Iterable[UnitId]
) -> list[TaskId]:
    """A part of the task for each of these units, as a draft with its words, deadline and days of recall."""
    common = {"conference_id": conference, "text": task.text, "state": "draft", "conditional": False}
    common |= {"deadline": task.deadline, "deadline_text": task.deadline_text, "urgent": task.urgent}
    common |= {"rungs": None if task.rungs is None else list(task.rungs), "position": task.position}
    return [
        TaskId(await insert_id(connection, insert(tasks).values(common | {"part_of": task.id, "unit_id": unit})))
        for unit in some
    ]
