"""A conference's rows as one `Programme`: the working copy in tables, each publication as one JSON value."""

from collections.abc import Iterable
from datetime import date, datetime
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
from domain.vietnamese import words
from storage.codec import from_json, to_json
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

CONFERENCE_FIELDS = tuple(
    column.name for column in conferences.c if column.name not in ("conference_id", "created_at", "edits")
)


def _source(row: Row[Any]) -> Source | None:
    return None if row.quote is None else Source(row.quote, row.first_line or 0, row.last_line or 0)


def _conference(row: Row[Any]) -> Conference:
    values = {name: getattr(row, name) for name in CONFERENCE_FIELDS}
    values |= {"purpose": tuple(row.purpose), "recipients": tuple(row.recipients)}
    return Conference(id=row.conference_id, **values | {"state": ConferenceState(row.state)})


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


async def change_conference(connection: AsyncConnection, key: ConferenceId, **values: Any) -> None:
    """Set columns of the conference's working copy."""
    await connection.execute(update(conferences).where(conferences.c.conference_id == key).values(values))


async def remove(connection: AsyncConnection, key: ConferenceId) -> None:
    """Delete a conference with everything that belongs to it."""
    await connection.execute(delete(conferences).where(conferences.c.conference_id == key))


async def forget_moments(connection: AsyncConnection, key: ConferenceId) -> None:
    """Delete the times that the paper states outside its agenda; they are no longer true."""
    await connection.execute(delete(moments).where(moments.c.conference_id == key))
