"""What the ticks look for: deadlines to recall, rounds that are over, conferences at work; days of recall by kind."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, delete, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, TaskId
from storage.schema import conferences, kind_ladders, sessions, tasks
from storage.tasks import WAITING

GIVEN = select(conferences.c.conference_id, conferences.c.timezone).where(
    conferences.c.state == "published",
    select(tasks.c.id)
    .where(
        tasks.c.conference_id == conferences.c.conference_id, tasks.c.state.not_in(("draft", "dormant", "withdrawn"))
    )
    .exists(),
)
"""The published conferences with a task that has been given."""

_DAYS = select(sessions.c.id).where(
    sessions.c.conference_id == conferences.c.conference_id, sessions.c.day.is_not(None)
)
_ENDLESS = and_(conferences.c.starts_on.is_(None), conferences.c.ends_on.is_(None), ~_DAYS.exists())
_NOT_OVER = or_(
    conferences.c.starts_on >= bindparam("first"),
    conferences.c.ends_on >= bindparam("first"),
    _DAYS.where(sessions.c.day >= bindparam("first")).exists(),
    _ENDLESS,
)
"""Something is on the `first` day that may be today, or later, or no day is known; nothing comes round again after."""

OVER_WITH_PHRASE = (
    select(conferences.c.conference_id, conferences.c.timezone, tasks.c.id, tasks.c.deadline_text)
    .join(conferences, conferences.c.conference_id == tasks.c.conference_id)
    .where(
        conferences.c.state == "published",
        _NOT_OVER,
        tasks.c.state.not_in(("draft", "dormant", "withdrawn")),
        tasks.c.deadline < bindparam("now"),
        or_(*(tasks.c.deadline_text.ilike(f"%{every} %") for every in ("h_ng", "hag", "m_i"))),
    )
)
"""What was given, is over `now`, and may come again ("hằng tuần"): `domain.deadlines.recurring` decides."""


async def to_chase(
    connection: AsyncConnection, first: datetime, last: datetime
) -> tuple[tuple[ConferenceId, str], ...]:
    """Published conferences with a deadline in this time that a unit still has to meet: id, time zone."""
    waiting = select(tasks.c.conference_id).where(tasks.c.deadline.between(first, last), tasks.c.state.in_(WAITING))
    query = select(conferences.c.conference_id, conferences.c.timezone).where(
        conferences.c.state == "published", conferences.c.conference_id.in_(waiting)
    )
    rows = (await connection.execute(query.order_by(conferences.c.conference_id))).all()
    return tuple((ConferenceId(row.conference_id), row.timezone) for row in rows)


async def recurring_over(
    connection: AsyncConnection, now: datetime
) -> tuple[tuple[ConferenceId, str, TaskId, str], ...]:
    """Given tasks of published conferences, over, that may come again: conference, zone, task, phrase."""
    values = {"now": now, "first": now.date() - timedelta(days=2)}
    rows = (await connection.execute(OVER_WITH_PHRASE.order_by(tasks.c.id), values)).all()
    return tuple((ConferenceId(row[0]), row[1], TaskId(row[2]), row[3]) for row in rows)


async def of_kinds(connection: AsyncConnection, conference: ConferenceId) -> dict[str, tuple[int, ...]]:
    """The days on which tasks of a kind are recalled, where organizers have set them for the kind."""
    query = select(kind_ladders).where(kind_ladders.c.conference_id == conference)
    return {row.kind: tuple(row.rungs) for row in (await connection.execute(query)).all()}


async def set_of_kind(
    connection: AsyncConnection, conference: ConferenceId, kind: str, days: Iterable[int] | None
) -> None:
    """Recall tasks of this kind, those given later too, on these days; None for the usual ones."""
    mine = (kind_ladders.c.conference_id == conference) & (kind_ladders.c.kind == kind)
    await connection.execute(delete(kind_ladders).where(mine))
    if days is not None:
        values = {"conference_id": conference, "kind": kind, "rungs": list(days)}
        await connection.execute(insert(kind_ladders).values(values))


async def running(connection: AsyncConnection) -> tuple[tuple[ConferenceId, str], ...]:
    """Published conferences with a task that has been given: id, time zone."""
    rows = (await connection.execute(GIVEN.order_by(conferences.c.conference_id))).all()
    return tuple((ConferenceId(row.conference_id), row.timezone) for row in rows)
