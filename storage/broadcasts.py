"""Broadcasts, and what became of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.broadcasts import Audience, Content
from domain.ids import AccountId, BroadcastId, ConferenceId, DelegateId, NoticeId, SessionId
from storage.codec import from_json, to_json
from storage.database import insert_id
from storage.schema import broadcasts, conferences, deliveries

OUT = select(broadcasts.c.id).where(
    or_(broadcasts.c.state.in_(("running", "scheduled")), broadcasts.c.late_joiners.is_(True))
)
"""What goes out, waits for its time, or is meant for people who join later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """A broadcast's row."""

    id: BroadcastId
    conference: ConferenceId
    author: AccountId
    content: Content
    audience: Audience
    revision: int
    state: str
    notice: NoticeId | None = None
    progress_chat: int | None = None
    progress_message: int | None = None
    confirmed_at: datetime | None = None
    send_at: datetime | None = None
    session: SessionId | None = None
    minutes_after: int | None = None
    late_joiners: bool = False


def _broadcast(row: Row[Any]) -> Broadcast:
    return Broadcast(
        id=BroadcastId(row.id),
        conference=ConferenceId(row.conference_id),
        author=AccountId(row.author),
        content=from_json(row.content, Content),
        audience=from_json(row.audience, Audience),
        revision=row.revision,
        state=row.state,
        notice=row.notice_id,
        progress_chat=row.progress_chat,
        progress_message=row.progress_message,
        confirmed_at=row.confirmed_at,
        send_at=row.send_at,
        session=None if row.session_id is None else SessionId(row.session_id),
        minutes_after=row.minutes_after,
        late_joiners=bool(row.late_joiners),
    )


async def create(
    connection: AsyncConnection, conference: ConferenceId, author: AccountId, content: Content, now: datetime
) -> BroadcastId:
    """A new draft without an audience."""
    values = {"conference_id": conference, "author": author, "content": to_json(content), "created_at": now}
    values |= {"audience": to_json(Audience()), "revision": 0, "state": "draft", "late_joiners": False}
    return BroadcastId(await insert_id(connection, insert(broadcasts).values(values)))


async def get(connection: AsyncConnection, conference: ConferenceId, key: BroadcastId) -> Broadcast | None:
    """The broadcast, locked where the database locks rows."""
    query = select(broadcasts).where(broadcasts.c.id == key, broadcasts.c.conference_id == conference)
    row = (await connection.execute(query.with_for_update())).first()
    return None if row is None else _broadcast(row)


async def change(connection: AsyncConnection, key: BroadcastId, **values: Any) -> None:
    """Set columns; the revision goes up, so that a preview of what it was is known as old."""
    values["revision"] = broadcasts.c.revision + 1
    for name in ("content", "audience"):
        if name in values:
            values[name] = to_json(values[name])
    await connection.execute(update(broadcasts).where(broadcasts.c.id == key).values(values))


async def drop(connection: AsyncConnection, key: BroadcastId) -> None:
    """Forget a draft."""
    await connection.execute(delete(broadcasts).where(broadcasts.c.id == key, broadcasts.c.state == "draft"))


async def running(connection: AsyncConnection) -> tuple[Broadcast, ...]:
    """All broadcasts that are going out, in all conferences."""
    query = select(broadcasts).where(broadcasts.c.state == "running").order_by(broadcasts.c.id)
    return tuple(_broadcast(row) for row in (await connection.execute(query)).all())


async def scheduled(connection: AsyncConnection) -> tuple[Broadcast, ...]:
    """All broadcasts that wait for their time, in all published conferences."""
    query = select(broadcasts).where(broadcasts.c.state == "scheduled").order_by(broadcasts.c.id)
    return tuple(_broadcast(row) for row in (await connection.execute(query)).all())


async def for_late_joiners(connection: AsyncConnection) -> tuple[Broadcast, ...]:
    """The broadcasts that are out and meant also for those who join later, in conferences that are not over."""
    open_ones = select(conferences.c.conference_id).where(conferences.c.state == "published")
    query = select(broadcasts).where(
        broadcasts.c.late_joiners.is_(True),
        broadcasts.c.state.in_(("running", "done")),
        broadcasts.c.conference_id.in_(open_ones),
    )
    return tuple(_broadcast(row) for row in (await connection.execute(query.order_by(broadcasts.c.id))).all())


async def papers_for(connection: AsyncConnection, who: DelegateId) -> tuple[Broadcast, ...]:
    """What went out to somebody with a file, or as a message copied whole, and was not recalled; oldest first."""
    theirs = deliveries.c.delegate_id == who
    query = select(broadcasts).join(deliveries, deliveries.c.notice_id == broadcasts.c.notice_id)
    query = query.where(theirs, broadcasts.c.state.in_(("running", "done"))).order_by(broadcasts.c.id)
    found = map(_broadcast, (await connection.execute(query)).all())
    return tuple(each for each in found if each.content.file is not None or each.content.copy_of is not None)


async def album(
    connection: AsyncConnection, conference: ConferenceId, author: AccountId, name: str
) -> Broadcast | None:
    """The author's draft that began with this album, while the rest of it arrives."""
    query = select(broadcasts).where(
        broadcasts.c.conference_id == conference, broadcasts.c.author == author, broadcasts.c.state == "draft"
    )
    rows = (await connection.execute(query.order_by(broadcasts.c.id.desc()).limit(1))).all()
    return next((each for each in map(_broadcast, rows) if each.content.album == name), None)


async def of_conference(connection: AsyncConnection, conference: ConferenceId) -> tuple[Broadcast, ...]:
    """The broadcasts that were confirmed, oldest first."""
    query = select(broadcasts).where(broadcasts.c.conference_id == conference, broadcasts.c.state != "draft")
    rows = (await connection.execute(query.order_by(broadcasts.c.id))).all()
    return tuple(_broadcast(row) for row in rows)


async def outcomes(connection: AsyncConnection, notice: NoticeId) -> list[tuple[str, str | None, int, int]]:
    """Deliveries of a notice by state and reason: state, reason, how many, how many acknowledged."""
    query = (
        select(deliveries.c.state, deliveries.c.reason, func.count(), func.count(deliveries.c.acknowledged_at))
        .where(deliveries.c.notice_id == notice)
        .group_by(deliveries.c.state, deliveries.c.reason)
        .order_by(deliveries.c.state, deliveries.c.reason)
    )
    return [(row[0], row[1], int(row[2]), int(row[3])) for row in (await connection.execute(query)).all()]
