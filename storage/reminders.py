"""Reminder rows: one for each session, lead and start, whoever it will go to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, NoticeId, SessionId
from domain.reminders import Planned
from storage.database import insert_new
from storage.schema import conferences, delegates, reminders


def planned(row: Row[Any]) -> Planned:
    """The row as the domain sees it."""
    return Planned(session=SessionId(row.session_id), lead=row.lead, starts_at=row.starts_at, due_at=row.due_at)


async def of_conference(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Row[Any]]:
    """All rows of the conference, locked where the database locks rows."""
    query = select(reminders).where(reminders.c.conference_id == conference).order_by(reminders.c.id)
    return (await connection.execute(query.with_for_update())).all()


async def add(connection: AsyncConnection, conference: ConferenceId, rows: Iterable[Planned]) -> None:
    """Store new rows; those that stand there already are left alone."""
    values = [
        {
            "conference_id": conference,
            "session_id": each.session,
            "lead": each.lead,
            "starts_at": each.starts_at,
            "due_at": each.due_at,
            "state": "waiting",
        }
        for each in rows
    ]
    if values:
        await connection.execute(insert_new(connection, reminders, ["session_id", "lead", "starts_at"]), values)


async def put(connection: AsyncConnection, ids: Iterable[int], **values: Any) -> None:
    """Set columns of these rows."""
    rows = [{"row": each} for each in ids]
    if rows:
        await connection.execute(update(reminders).where(reminders.c.id == bindparam("row")).values(values), rows)


async def due(connection: AsyncConnection, conference: ConferenceId, until: datetime) -> Sequence[Row[Any]]:
    """The rows that are due by then, earliest session first, each seen by one worker only."""
    query = (
        select(reminders)
        .where(reminders.c.conference_id == conference, reminders.c.state == "waiting", reminders.c.due_at <= until)
        .order_by(reminders.c.starts_at, reminders.c.session_id, reminders.c.due_at)
        .with_for_update(skip_locked=True)
    )
    return (await connection.execute(query)).all()


async def pressing(connection: AsyncConnection, until: datetime) -> list[tuple[ConferenceId, datetime, datetime]]:
    """Conference, due time and start of the reminders of published conferences that are due by then."""
    query = (
        select(reminders.c.conference_id, reminders.c.due_at, reminders.c.starts_at)
        .join(conferences, conferences.c.conference_id == reminders.c.conference_id)
        .where(reminders.c.state == "waiting", reminders.c.due_at <= until, conferences.c.state == "published")
        .distinct()
        .order_by(reminders.c.conference_id, reminders.c.due_at)
    )
    rows = (await connection.execute(query)).all()
    return [(ConferenceId(row.conference_id), row.due_at, row.starts_at) for row in rows]


async def audience(connection: AsyncConnection, conference: ConferenceId) -> int:
    """How many linked delegates come."""
    query = (
        select(func.count())
        .select_from(delegates)
        .where(
            delegates.c.conference_id == conference,
            delegates.c.account_id.is_not(None),
            delegates.c.state == "invited",
            delegates.c.rsvp.not_in(("declined", "substituted")),
        )
    )
    return int((await connection.execute(query)).scalar_one())


async def next_due(connection: AsyncConnection) -> datetime | None:
    """When the next reminder is due in any published conference (a rehearsal jumps there)."""
    query = (
        select(reminders.c.due_at)
        .join(conferences, conferences.c.conference_id == reminders.c.conference_id)
        .where(reminders.c.state == "waiting", conferences.c.state == "published")
        .order_by(reminders.c.due_at)
        .limit(1)
    )
    found = (await connection.execute(query)).scalar()
    return found if isinstance(found, datetime) else None


async def notices_of(connection: AsyncConnection, rows: Iterable[int]) -> list[NoticeId]:
    """The notices that these reminders went out with."""
    query = select(reminders.c.notice_id).where(reminders.c.id.in_(list(rows)), reminders.c.notice_id.is_not(None))
    return [NoticeId(each) for each in (await connection.execute(query.distinct())).scalars()]
