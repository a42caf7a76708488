"""The working copy brought to another state of itself, row by row, so that ids and what hangs on them stay."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conference import Programme
from domain.ids import NO_UNIT, ConferenceId, UnitId
from storage.database import insert_id
from storage.plans import add_task, add_unit, session_columns, source_columns, task_columns
from storage.programmes import change_conference
from storage.schema import conferences, facts, groups, moments, sessions, task_units, tasks

_LEFT_ALONE = ("conference_id", "code", "state", "revision", "edits", "timezone", "language", "created_at")


async def bring(connection: AsyncConnection, key: ConferenceId, old: Programme, new: Programme) -> None:
    """Make the stored working copy `old` into `new`: same ids are changed, negative ones stored, missing deleted."""
    fields = {name: getattr(new.conference, name) for name in _columns() if hasattr(new.conference, name)}
    changed = {name: value for name, value in fields.items() if value != getattr(old.conference, name)}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in changed.items()}
    if plain:
        await change_conference(connection, key, **plain)
    await _sessions(connection, key, old, new)
    await _groups(connection, key, old, new)
    await _tasks(connection, key, old, new, await _units(connection, key, new))
    await _moments(connection, key, old, new)
    await _facts(connection, key, old, new)


def _columns() -> list[str]:
    return [column.name for column in conferences.c if column.name not in _LEFT_ALONE]


async def _drop(connection: AsyncConnection, table: Table, old: Sequence[Any], new: Sequence[Any]) -> None:
    gone = {each.id for each in old} - {each.id for each in new}
    if gone:
        await connection.execute(delete(table).where(table.c.id.in_(gone)))


async def _sessions(connection: AsyncConnection, key: ConferenceId, old: Programme, new: Programme) -> None:
    await _drop(connection, sessions, old.sessions, new.sessions)
    stored: dict[int, int] = {}
    before = {each.id: each for each in old.sessions}
    for each in sorted(new.sessions, key=lambda session: session.parent is not None):  # parents first
        parent = None if each.parent is None else stored.get(each.parent, each.parent)
        values = session_columns(each) | {"parent_id": parent}
        if each.id > 0:
            stored[each.id] = each.id
            if replace(each, parent=None) != replace(before[each.id], parent=None) or parent != before[each.id].parent:
                await connection.execute(update(sessions).where(sessions.c.id == each.id).values(**values))
        else:
            statement = insert(sessions).values(values | {"conference_id": key})
            stored[each.id] = await insert_id(connection, statement)


async def _groups(connection: AsyncConnection, key: ConferenceId, old: Programme, new: Programme) -> None:
    await _drop(connection, groups, old.groups, new.groups)
    for each in new.groups:
        values = {name: getattr(each, name) for name in ("level", "description", "quota", "position")}
        values |= source_columns(each.source)
        if each.id > 0:
            await connection.execute(update(groups).where(groups.c.id == each.id).values(**values))
        else:
            await connection.execute(insert(groups).values(values | {"conference_id": key}))


async def _units(connection: AsyncConnection, key: ConferenceId, new: Programme) -> dict[int, UnitId]:
    """The real ids of the units; new ones are stored."""
    return {each.id: each.id if each.id > 0 else await add_unit(connection, key, each) for each in new.units}


async def _tasks(
    connection: AsyncConnection, key: ConferenceId, old: Programme, new: Programme, units: dict[int, UnitId]
) -> None:
    await _drop(connection, tasks, old.tasks, new.tasks)
    zone = ZoneInfo(new.conference.timezone)
    before = {each.id: each for each in old.tasks}
    for each in new.tasks:
        helping = tuple(dict.fromkeys(units[unit] for unit in each.coordinating))
        placed = replace(each, unit=units.get(each.unit, NO_UNIT), coordinating=helping)
        if each.id < 0:
            await add_task(connection, key, placed, zone)
        elif replace(placed, position=0) != replace(before[each.id], position=0):
            values = task_columns(placed, zone) | {"unit_id": placed.unit or None}
            await connection.execute(update(tasks).where(tasks.c.id == each.id).values(**values))
            await connection.execute(delete(task_units).where(task_units.c.task_id == each.id))
            others = [unit for unit in helping if unit != placed.unit]
            rows = [{"conference_id": key, "task_id": each.id, "unit_id": unit} for unit in others]
            if rows:
                await connection.execute(insert(task_units), rows)


async def _moments(connection: AsyncConnection, key: ConferenceId, old: Programme, new: Programme) -> None:
    """What the paper says of times, where another paper says it now."""
    if new.moments == old.moments:
        return
    await connection.execute(delete(moments).where(moments.c.conference_id == key))
    for position, moment in enumerate(new.moments, 1):
        values = {"what": moment.what, "text": moment.text, "position": position, "conference_id": key}
        values |= {"start": moment.start.isoformat() if moment.start else None}
        values |= {"end": moment.end.isoformat() if moment.end else None} | source_columns(moment.source)
        await connection.execute(insert(moments).values(values))


async def _facts(connection: AsyncConnection, key: ConferenceId, old: Programme, new: Programme) -> None:
    """What the paper says of practical things; what organizers wrote themselves stays."""
    if new.facts == old.facts:
        return
    await connection.execute(delete(facts).where(facts.c.conference_id == key, facts.c.question.is_(None)))
    for fact in (each for each in new.facts if each.question is None):
        values = {"topic": fact.topic, "text": fact.text, "conference_id": key} | source_columns(fact.source)
        await connection.execute(insert(facts).values(values))
