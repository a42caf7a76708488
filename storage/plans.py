"""What a plan says, put into rows: as a new conference, or into one that stands."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conference import Conference, Moment, Programme, Session, Source, Task, Unit
from domain.ids import NO_UNIT, ConferenceId, SessionId, TaskId, UnitId
from domain.units import parent_in, unit_key
from storage.database import insert_id
from storage.programmes import CONFERENCE_FIELDS, working
from storage.schema import conferences, facts, groups, moments, sessions, task_units, tasks, units
from storage.units import add_alias


def source_columns(source: Source | None) -> dict[str, Any]:
    """The three columns that say where in the paper a row comes from."""
    if source is None:
        return {"quote": None, "first_line": None, "last_line": None}
    return {"quote": source.quote, "first_line": source.first, "last_line": source.last}


def conference_columns(conference: Conference) -> dict[str, Any]:
    """The conference as a row, its key aside."""
    values = {name: getattr(conference, name) for name in CONFERENCE_FIELDS}
    lists = {"purpose": list(conference.purpose), "recipients": list(conference.recipients)}
    return values | lists | {"state": conference.state.value}


def session_columns(session: Session) -> dict[str, Any]:
    """The session as a row, its key, conference and parent aside."""
    names = ("title", "day", "start", "end", "place", "room", "responsible", "position")
    values = {name: getattr(session, name) for name in names}
    return values | {"state": session.state.value} | source_columns(session.source)


def task_columns(task: Task, zone: ZoneInfo) -> dict[str, Any]:
    """The task as a row, its key, conference and unit aside."""
    deadline = None if task.deadline is None else task.deadline.replace(tzinfo=zone).astimezone(UTC)
    values = {name: getattr(task, name) for name in ("text", "deadline_text", "conditional", "position")}
    return values | {"deadline": deadline, "state": task.state.value} | source_columns(task.source)


async def create(connection: AsyncConnection, programme: Programme, now: datetime) -> Programme:
    """Store a programme that was just read as the working copy of a new conference; the same with its real ids."""
    columns = conference_columns(programme.conference) | {"created_at": now}
    key = ConferenceId(await insert_id(connection, insert(conferences).values(columns)))
    await _fill(connection, key, programme)
    return await working(connection, key)


async def _fill(connection: AsyncConnection, key: ConferenceId, programme: Programme) -> None:
    """Store sessions, groups, units, tasks, moments and facts, which have ids of their own making until now."""
    await _add_sessions(connection, key, programme.sessions)
    named = ("level", "description", "quota", "position")
    await _add_all(connection, key, groups, [(_of(each, *named), each.source) for each in programme.groups])
    unit_keys = {unit.id: await add_unit(connection, key, unit) for unit in programme.units}
    await _grow_tree(connection, {unit_key(each.name): unit_keys[each.id] for each in programme.units}, programme.units)
    await _add_tasks(connection, key, programme, unit_keys)
    times = enumerate(programme.moments, 1)
    await _add_all(connection, key, moments, [(_moment_columns(each, place), each.source) for place, each in times])
    told = ("topic", "text", "question")
    await _add_all(connection, key, facts, [(_of(each, *told), each.source) for each in programme.facts])


async def _add_sessions(connection: AsyncConnection, key: ConferenceId, found: Iterable[Session]) -> None:
    keys: dict[SessionId, int] = {}
    for session in sorted(found, key=lambda each: each.parent is not None):  # parents first
        parent = None if session.parent is None else keys.get(session.parent)
        values = session_columns(session) | {"conference_id": key, "parent_id": parent}
        keys[session.id] = await insert_id(connection, insert(sessions).values(values))


async def _add_tasks(
    connection: AsyncConnection, key: ConferenceId, programme: Programme, unit_keys: dict[UnitId, UnitId]
) -> None:
    """All tasks of the new conference at once, and all that coordinate them: keys rise in the order of the rows."""
    if not programme.tasks:
        return
    zone = ZoneInfo(programme.conference.timezone)
    leading = [unit_keys.get(task.unit, NO_UNIT) for task in programme.tasks]
    rows = [
        task_columns(task, zone) | {"unit_id": unit or None, "conference_id": key}
        for task, unit in zip(programme.tasks, leading, strict=True)
    ]
    await connection.execute(insert(tasks), rows)
    stored = await connection.execute(select(tasks.c.id).where(tasks.c.conference_id == key).order_by(tasks.c.id))
    helping = [
        {"conference_id": key, "task_id": task_id, "unit_id": helper}
        for task, lead, task_id in zip(programme.tasks, leading, stored.scalars(), strict=True)
        for helper in dict.fromkeys(unit_keys[unit] for unit in task.coordinating)
        if helper != lead
    ]
    if helping:
        await connection.execute(insert(task_units), helping)


async def _add_all(
    connection: AsyncConnection,
    key: ConferenceId,
    table: Table,
    entries: Iterable[tuple[dict[str, Any], Source | None]],
) -> None:
    """Entries of which nothing else speaks, each with where in the paper it stands."""
    rows = [values | source_columns(source) | {"conference_id": key} for values, source in entries]
    if rows:
        await connection.execute(insert(table), rows)


def _of(entry: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in names}


def _moment_columns(moment: Moment, position: int) -> dict[str, Any]:
    times = {"start": _iso(moment.start), "end": _iso(moment.end)}
    return {"what": moment.what, "text": moment.text, "position": position} | times


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


async def add_unit(connection: AsyncConnection, key: ConferenceId, unit: Unit) -> UnitId:
    """Store a unit; one that stands there under the same folded name is used instead of a second."""
    folded = unit_key(unit.name)
    known = select(units.c.id).where(units.c.conference_id == key, units.c.name_key == folded)
    found = (await connection.execute(known)).scalar()
    if found is not None:
        await add_alias(connection, UnitId(found), unit.name)
        return UnitId(found)
    values = {"name": unit.name, "name_key": folded, "role": unit.role, "aliases": list(unit.aliases)}
    values |= {"position": unit.position, "conference_id": key} | source_columns(unit.source)
    return UnitId(await insert_id(connection, insert(units).values(values)))


async def _grow_tree(connection: AsyncConnection, keys: dict[str, UnitId], found: Iterable[Unit]) -> None:
    """Put units under those that their own names say they belong to."""
    for unit in found:
        own, parent = keys[unit_key(unit.name)], keys.get(unit_key(parent_in(unit.name) or ""))
        if parent is not None and parent != own:
            await connection.execute(update(units).where(units.c.id == own).values(parent_id=parent))


async def add_task(connection: AsyncConnection, key: ConferenceId, task: Task, zone: ZoneInfo) -> TaskId:
    """Store a task of a stored unit, and the stored units that coordinate it."""
    values = task_columns(task, zone) | {"unit_id": task.unit or None, "conference_id": key}
    stored = TaskId(await insert_id(connection, insert(tasks).values(values)))
    helping = [unit for unit in task.coordinating if unit != task.unit]
    if helping:
        rows = [{"conference_id": key, "task_id": stored, "unit_id": unit} for unit in helping]
        await connection.execute(insert(task_units), rows)
    return stored
