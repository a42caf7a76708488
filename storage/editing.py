"""Single rows of the working copy: sessions, groups, the doubts a reader had."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conference import Session
from domain.ids import ConferenceId, SessionId
from storage.database import insert_id
from storage.plans import session_columns
from storage.schema import conferences, doubts, groups, sessions


async def count_edit(connection: AsyncConnection, conference: ConferenceId) -> None:
    """One more edit since the last publication: what a publish button saw may be out of date now."""
    statement = update(conferences).where(conferences.c.conference_id == conference)
    await connection.execute(statement.values(edits=conferences.c.edits + 1))


async def edits(connection: AsyncConnection, conference: ConferenceId) -> int:
    """How many edits the working copy has had."""
    query = select(conferences.c.edits).where(conferences.c.conference_id == conference)
    return int((await connection.execute(query)).scalar_one())


async def change_session(
    connection: AsyncConnection, conference: ConferenceId, session: SessionId, values: Mapping[str, Any]
) -> bool:
    """Set columns of a session; whether there is such a session in the conference."""
    statement = update(sessions).where(sessions.c.id == session, sessions.c.conference_id == conference)
    return bool((await connection.execute(statement.values(**values))).rowcount)


async def set_days(connection: AsyncConnection, days: Mapping[int, date]) -> None:
    """Give sessions other days."""
    for session, day in days.items():
        await connection.execute(update(sessions).where(sessions.c.id == session).values(day=day))


async def add_session(connection: AsyncConnection, conference: ConferenceId, session: Session) -> SessionId:
    """Store a new session at its position; those from there on move down by one."""
    later = update(sessions).where(sessions.c.conference_id == conference, sessions.c.position >= session.position)
    await connection.execute(later.values(position=sessions.c.position + 1))
    values = session_columns(session) | {"conference_id": conference, "parent_id": session.parent}
    return SessionId(await insert_id(connection, insert(sessions).values(values)))


async def remove_session(connection: AsyncConnection, conference: ConferenceId, session: SessionId) -> None:
    """Delete a session that was never published."""
    statement = delete(sessions).where(sessions.c.id == session, sessions.c.conference_id == conference)
    await connection.execute(statement)


async def change_group(
    connection: AsyncConnection, conference: ConferenceId, group: int, values: Mapping[str, Any]
) -> bool:
    """Set columns of a group; whether there is such a group in the conference."""
    statement = update(groups).where(groups.c.id == group, groups.c.conference_id == conference)
    return bool((await connection.execute(statement.values(**values))).rowcount)


async def add_group(connection: AsyncConnection, conference: ConferenceId, level: str, description: str) -> None:
    """Store a new group after the others."""
    last = select(func.coalesce(func.max(groups.c.position), 0)).where(groups.c.conference_id == conference)
    position = int((await connection.execute(last)).scalar_one()) + 1
    values = {"conference_id": conference, "level": level, "description": description, "position": position}
    await connection.execute(insert(groups).values(values))


async def keep_doubts(connection: AsyncConnection, conference: ConferenceId, rows: Sequence[dict[str, Any]]) -> None:
    """Store what the reader doubts or misses (`kind`, `code`, `subject` and where it stands)."""
    if rows:
        await connection.execute(insert(doubts), [{"conference_id": conference, **row} for row in rows])


async def open_doubts(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Row[Any]]:
    """What nobody has settled yet, doubts before gaps."""
    query = select(doubts).where(doubts.c.conference_id == conference, doubts.c.settled_at.is_(None))
    return (await connection.execute(query.order_by(doubts.c.kind, doubts.c.id))).all()


async def settle(connection: AsyncConnection, conference: ConferenceId, now: datetime, **which: Any) -> None:
    """These doubts have been looked at (`id=…`, or `subject=…`)."""
    conditions = [doubts.c[name] == value for name, value in which.items()]
    statement = update(doubts).where(doubts.c.conference_id == conference, doubts.c.settled_at.is_(None), *conditions)
    await connection.execute(statement.values(settled_at=now))
