"""Notices about tasks that still wait in the outbox, so that a change can catch up with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, NoticeId
from storage.schema import deliveries, notices


@dataclass(frozen=True, slots=True)
class WaitingNotice:
    """A notice that nobody, or not everybody, has got yet: its view and the view's fields."""

    id: NoticeId
    view: str
    data: dict[str, Any]


async def waiting(connection: AsyncConnection, conference: ConferenceId) -> list[WaitingNotice]:
    """The notices about tasks of which a delivery waits, oldest first."""
    open_ones = select(deliveries.c.notice_id).where(
        deliveries.c.state == "waiting", deliveries.c.conference_id == conference
    )
    query = select(notices.c.id, notices.c.view, notices.c.data).where(
        notices.c.conference_id == conference, notices.c.kind.in_(("task", "chase")), notices.c.id.in_(open_ones)
    )
    rows = (await connection.execute(query.order_by(notices.c.id))).all()
    return [WaitingNotice(NoticeId(row.id), row.view, dict(row.data)) for row in rows]


async def take_back(connection: AsyncConnection, notice: NoticeId, now: datetime) -> bool:
    """Keep a notice from those who still wait for it; whether anybody did. One that is on its way stays as it is."""
    waiting = (deliveries.c.notice_id == notice) & (deliveries.c.state == "waiting")
    values = {"state": "superseded", "reason": "superseded"}
    if not (await connection.execute(update(deliveries).where(waiting).values(values))).rowcount:
        return False
    await connection.execute(update(notices).where(notices.c.id == notice).values(useful_until=now))
    return True


@dataclass(frozen=True, slots=True)
class SaidNotice:
    """A notice that some of these people have: its view and the view's fields, and their messages."""

    id: NoticeId
    view: str
    data: dict[str, Any]
    rows: Sequence[Row[Any]]


async def said_to(
    connection: AsyncConnection,
    conference: ConferenceId,
    people: Iterable[AccountId],
    views: Iterable[str],
    since: datetime,
) -> list[SaidNotice]:
    """What was said to these people in these views since then and stands in their chats, oldest first."""
    query = (
        select(notices.c.id, notices.c.view, notices.c.data.label("fields"), deliveries.c.data)
        .add_columns(deliveries.c.chat_id, deliveries.c.delegate_id, deliveries.c.message_id, deliveries.c.messages)
        .join(deliveries, deliveries.c.notice_id == notices.c.id)
        .where(
            notices.c.conference_id == conference,
            notices.c.view.in_(list(views)),
            notices.c.way == "say",
            notices.c.created_at >= since,
            deliveries.c.chat_id.in_(list(people)),
            deliveries.c.state == "sent",
            deliveries.c.message_id.is_not(None),
        )
    )
    found: dict[int, list[Row[Any]]] = {}
    for row in (await connection.execute(query.order_by(notices.c.id, deliveries.c.id))).all():
        if row.fields:
            found.setdefault(row.id, []).append(row)
    return [SaidNotice(NoticeId(key), rows[0].view, dict(rows[0].fields), rows) for key, rows in found.items()]
