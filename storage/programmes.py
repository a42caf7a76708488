"""A conference's rows as one `Programme`: the working copy in tables, each publication as one JSON value."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conference import (
    Conference,
    ConferenceState,
    Fact,
    Group,
    Moment,
    Programme,
    Session,
    SessionState,
    Source,
    Task,
    TaskState,
    Unit,
)
from domain.ids import NO_UNIT, AccountId, ConferenceId, GroupId, SessionId, TaskId, UnitId
from domain.units import parent_in, unit_key
from domain.vietnamese import words
from storage.codec import from_json, to_json
from storage.database import insert_id
from storage.schema import (
    conferences,
    facts,
    groups,
    moments,
    publications,
    sessions,
    task_units,
    tasks,
    units,
)
from storage.units import add_alias

_CONFERENCE_FIELDS = tuple(
    column.name for column in conferences.c if column.name not in ("conference_id", "created_at", "edits")
)


def _source(row: Row[Any]) -> Source | None:
    return None if row.quote is None else Source(row.quote, row.first_line or 0, row.last_line or 0)


def source_columns(source: Source | None) -> dict[str, Any]:
    """The three columns that say where in the paper a row comes from."""
    if source is None:
        return {"quote": None, "first_line": None, "last_line": None}
    return {"quote": source.quote, "first_line": source.first, "last_line": source.last}


def _conference(row: Row[Any]) -> Conference:
    values = {name: getattr(row, name) for name in _CONFERENCE_FIELDS}
    values |= {"purpose": tuple(row.purpose), "recipients": tuple(row.recipients)}
    return Conference(id=row.conference_id, **values | {"state": ConferenceState(row.state)})


def conference_columns(conference: Conference) -> dict[str, Any]:
    """The conference as a row, its key aside."""
    values = {name: getattr(conference, name) for name in _CONFERENCE_FIELDS}
    lists = {"purpose": list(conference.purpose), "recipients": list(conference.recipients)}
    return values | lists | {"state": conference.state.value}


def _session(row: Row[Any]) -> Session:
    return Session(
        id=SessionId(row.id),
        title=row.title,
        day=row.day,
        start=row.start,
        end=row.end,
        place=row.place,
        room=row.room,
        responsible=row.responsible,
        parent=row.parent_id,
        position=row.position,
        state=SessionState(row.state),
        source=_source(row),
    )


def session_columns(session: Session) -> dict[str, Any]:
    """The session as a row, its key, conference and parent aside."""
    names = ("title", "day", "start", "end", "place", "room", "responsible", "position")
    values = {name: getattr(session, name) for name in names}
    return values | {"state": session.state.value} | source_columns(session.source)


def _group(row: Row[Any]) -> Group:
    return Group(
        id=GroupId(row.id),
        level=row.level,
        description=row.description,
        quota=row.quota,
        position=row.position,
        source=_source(row),
    )


def _unit(row: Row[Any]) -> Unit:
    return Unit(
        id=UnitId(row.id),
        name=row.name,
        role=row.role,
        aliases=tuple(row.aliases),
        position=row.position,
        source=_source(row),
    )


def task_of(row: Row[Any], zone: ZoneInfo, coordinating: tuple[UnitId, ...] = ()) -> Task:
    """The task of a row; its deadline in the conference's local time."""
    deadline = None if row.deadline is None else row.deadline.astimezone(zone).replace(tzinfo=None)
    return Task(
        id=TaskId(row.id),
        unit=UnitId(row.unit_id or NO_UNIT),
        text=row.text,
        coordinating=coordinating,
        deadline_text=row.deadline_text,
        deadline=deadline,
        conditional=row.conditional,
        state=TaskState(row.state),
        position=row.position,
        source=_source(row),
    )


def task_columns(task: Task, zone: ZoneInfo) -> dict[str, Any]:
    """The task as a row, its key, conference and unit aside."""
    deadline = None if task.deadline is None else task.deadline.replace(tzinfo=zone).astimezone(UTC)
    values = {name: getattr(task, name) for name in ("text", "deadline_text", "conditional", "position")}
    return values | {"deadline": deadline, "state": task.state.value} | source_columns(task.source)


def _moment(row: Row[Any]) -> Moment:
    return Moment(what=row.what, text=row.text, start=_instant(row.start), end=_instant(row.end), source=_source(row))


def _instant(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


async def _all(connection: AsyncConnection, table: Table, conference: ConferenceId) -> Iterable[Row[Any]]:
    order = table.c.position if "position" in table.c else table.c.id
    query = select(table).where(table.c.conference_id == conference).order_by(order, table.c.id)
    return (await connection.execute(query)).all()


async def conference(connection: AsyncConnection, conference_id: ConferenceId) -> Conference | None:
    """The working copy of the conference's own facts."""
    row = (await connection.execute(select(conferences).where(conferences.c.conference_id == conference_id))).first()
    return None if row is None else _conference(row)


async def by_code(connection: AsyncConnection, typed: str) -> Conference | None:
    """The conference that somebody means by a code; case, spaces, dashes and diacritics are forgiven."""
    wanted = "".join(words(typed))
    for row in (await connection.execute(select(conferences.c.conference_id, conferences.c.code))).all():
        if wanted and "".join(words(row.code)) == wanted:
            return await conference(connection, row.conference_id)
    return None


async def working(connection: AsyncConnection, conference_id: ConferenceId) -> Programme:
    """The working copy that organizers edit, with the tasks as they stand now."""
    found = await conference(connection, conference_id)
    if found is None:
        raise LookupError(f"no conference {conference_id}")
    zone = ZoneInfo(found.timezone)
    helping: dict[int, list[UnitId]] = {}
    query = select(task_units).where(task_units.c.conference_id == conference_id).order_by(task_units.c.unit_id)
    for row in (await connection.execute(query)).all():
        helping.setdefault(row.task_id, []).append(UnitId(row.unit_id))
    fact_rows = await _all(connection, facts, conference_id)
    return Programme(
        conference=found,
        sessions=tuple(_session(row) for row in await _all(connection, sessions, conference_id)),
        groups=tuple(_group(row) for row in await _all(connection, groups, conference_id)),
        units=tuple(_unit(row) for row in await _all(connection, units, conference_id)),
        tasks=tuple(
            task_of(row, zone, tuple(helping.get(row.id, ())))
            for row in await _all(connection, tasks, conference_id)
            if row.part_of is None  # a member's part says nothing that the whole does not say
        ),
        moments=tuple(_moment(row) for row in await _all(connection, moments, conference_id)),
        facts=tuple(
            Fact(topic=row.topic, text=row.text, source=_source(row), question=row.question) for row in fact_rows
        ),
    )


async def published(connection: AsyncConnection, conference_id: ConferenceId, revision: int) -> Programme:
    """The programme as it was published under this revision."""
    query = select(publications.c.content).where(
        publications.c.conference_id == conference_id, publications.c.revision == revision
    )
    return from_json((await connection.execute(query)).scalar_one(), Programme)


async def publish(connection: AsyncConnection, programme: Programme, now: datetime, by: AccountId) -> None:
    """Keep the programme as the publication of its conference's revision."""
    row = {
        "conference_id": programme.conference.id,
        "revision": programme.conference.revision,
        "content": to_json(programme),
        "published_at": now,
        "published_by": by,
    }
    await connection.execute(insert(publications).values(row))


async def create(connection: AsyncConnection, programme: Programme, now: datetime) -> Programme:
    """Store a programme that was just read as the working copy of a new conference; the same with its real ids."""
    columns = conference_columns(programme.conference) | {"created_at": now}
    key = ConferenceId(await insert_id(connection, insert(conferences).values(columns)))
    await fill(connection, key, programme)
    return await working(connection, key)


async def fill(connection: AsyncConnection, key: ConferenceId, programme: Programme) -> None:
    """Store sessions, groups, units, tasks, moments and facts, which have ids of their own making until now."""
    zone = ZoneInfo(programme.conference.timezone)
    session_keys: dict[SessionId, int] = {}
    for session in sorted(programme.sessions, key=lambda each: each.parent is not None):  # parents first
        parent = None if session.parent is None else session_keys.get(session.parent)
        values = session_columns(session) | {"conference_id": key, "parent_id": parent}
        session_keys[session.id] = await insert_id(connection, insert(sessions).values(values))
    for group in programme.groups:
        values = {name: getattr(group, name) for name in ("level", "description", "quota", "position")}
        await connection.execute(insert(groups).values(values | source_columns(group.source) | {"conference_id": key}))
    unit_keys = {unit.id: await add_unit(connection, key, unit) for unit in programme.units}
    await _grow_tree(connection, {unit_key(each.name): unit_keys[each.id] for each in programme.units}, programme.units)
    for task in programme.tasks:
        others = tuple(dict.fromkeys(unit_keys[unit] for unit in task.coordinating))
        await add_task(
            connection, key, replace(task, unit=unit_keys.get(task.unit, NO_UNIT), coordinating=others), zone
        )
    for position, moment in enumerate(programme.moments, 1):
        values = {"what": moment.what, "text": moment.text, "position": position, "conference_id": key}
        values |= {"start": _iso(moment.start), "end": _iso(moment.end)} | source_columns(moment.source)
        await connection.execute(insert(moments).values(values))
    for fact in programme.facts:
        values = {"topic": fact.topic, "text": fact.text, "question": fact.question, "conference_id": key}
        values |= source_columns(fact.source)
        await connection.execute(insert(facts).values(values))


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


async def change_conference(connection: AsyncConnection, key: ConferenceId, **values: Any) -> None:
    """Set columns of the conference's working copy."""
    await connection.execute(update(conferences).where(conferences.c.conference_id == key).values(values))


async def empty(connection: AsyncConnection, key: ConferenceId) -> None:
    """Remove all that was filled in from a plan, before another plan takes its place."""
    for table in (tasks, units, groups, sessions, moments):
        await connection.execute(delete(table).where(table.c.conference_id == key))
    # what organizers wrote themselves outlives the paper
    await connection.execute(delete(facts).where(facts.c.conference_id == key, facts.c.question.is_(None)))


async def remove(connection: AsyncConnection, key: ConferenceId) -> None:
    """Delete a conference with everything that belongs to it."""
    await connection.execute(delete(conferences).where(conferences.c.conference_id == key))


async def forget_moments(connection: AsyncConnection, key: ConferenceId) -> None:
    """Delete the times that the paper states outside its agenda; they are no longer true."""
    await connection.execute(delete(moments).where(moments.c.conference_id == key))
