"""Notices about tasks that wait in the outbox or were sent, so that a change can catch up with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, NoticeId
from storage.schema import deliveries, notices


@dataclass(frozen=True, slots=True)
class ToldNotice:
    """A notice about tasks: its view and the view's fields."""

    id: NoticeId
    view: str
    data: dict[str, Any]


async def waiting(connection: AsyncConnection, conference: ConferenceId) -> list[ToldNotice]:
    """The notices about tasks of which a delivery waits, oldest first."""
    open_ones = select(deliveries.c.notice_id).where(
        deliveries.c.state == "waiting", deliveries.c.conference_id == conference
    )
    query = select(notices.c.id, notices.c.view, notices.c.data).where(
        notices.c.conference_id == conference, notices.c.kind.in_(("task", "chase")), notices.c.id.in_(open_ones)
    )
    rows = (await connection.execute(query.order_by(notices.c.id))).all()
    return [ToldNotice(NoticeId(row.id), row.view, dict(row.data)) for row in rows]


async def take_back(connection: AsyncConnection, notice: NoticeId, now: datetime) -> bool:
    """Keep a notice from those who still wait for it; whether anybody did. One that is on its way stays as it is."""
    waiting = (deliveries.c.notice_id == notice) & (deliveries.c.state == "waiting")
    values = {"state": "superseded", "reason": "superseded"}
    if not (await connection.execute(update(deliveries).where(waiting).values(values))).rowcount:
        return False
    await connection.execute(update(notices).where(notices.c.id == notice).values(useful_until=now))
    return True


async def of_people(
    connection: AsyncConnection,
    conference: ConferenceId,
    people: Iterable[AccountId],
    views: Iterable[str],
    since: datetime,
) -> list[ToldNotice]:
    """What was told to these people in these views since then, whether they have it yet or not, oldest first."""
    theirs = exists().where(
        deliveries.c.notice_id == notices.c.id,
        deliveries.c.chat_id.in_(list(people)),
        deliveries.c.state.in_(("waiting", "sending", "sent")),
    )
    query = select(notices.c.id, notices.c.view, notices.c.data).where(
        notices.c.conference_id == conference,
        notices.c.view.in_(list(views)),
        notices.c.way == "say",
        notices.c.created_at >= since,
        theirs,
    )
    rows = (await connection.execute(query.order_by(notices.c.id))).all()
    return [ToldNotice(NoticeId(row.id), row.view, dict(row.data)) for row in rows if row.data]
