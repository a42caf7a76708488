"""Who pressed *received* under a notice, who keeps silent, and when the silent are asked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import NoticeId
from storage.schema import accounts, deliveries, notices

TO_CHASE = select(notices).where(notices.c.chase_at <= bindparam("now"))
"""The notices whose silent recipients are to be asked by `now`."""


async def acknowledge(connection: AsyncConnection, notice: NoticeId, chat: int, now: datetime) -> Row[Any] | None:
    """The person has pressed *received*; the notice, or None where it never went to this chat."""
    mine = (deliveries.c.notice_id == notice) & (deliveries.c.chat_id == chat)
    found = (await connection.execute(select(deliveries.c.id, deliveries.c.acknowledged_at).where(mine))).first()
    if found is None:
        return None
    if found.acknowledged_at is None:
        await connection.execute(update(deliveries).where(deliveries.c.id == found.id).values(acknowledged_at=now))
    return (await connection.execute(select(notices).where(notices.c.id == notice))).one()


async def silent(connection: AsyncConnection, notice: NoticeId) -> int:
    """How many have got a notice and not pressed *received*."""
    query = select(func.count()).select_from(unacknowledged(notice).subquery())
    return int((await connection.execute(query)).scalar_one())


def unacknowledged(notice: NoticeId) -> Select[Any]:
    """Account, delegate and reachability of those who have got a notice and not pressed *received*."""
    return (
        select(accounts.c.account_id, deliveries.c.delegate_id, accounts.c.reachability)
        .join(deliveries, deliveries.c.chat_id == accounts.c.account_id)
        .where(deliveries.c.notice_id == notice, deliveries.c.state == "sent", deliveries.c.acknowledged_at.is_(None))
    )


async def to_chase(connection: AsyncConnection, now: datetime) -> Sequence[Row[Any]]:
    """The notices whose silent recipients are to be asked by now."""
    query = TO_CHASE.order_by(notices.c.id).with_for_update(skip_locked=True)
    return (await connection.execute(query, {"now": now})).all()


async def chased(connection: AsyncConnection, notice: NoticeId) -> None:
    """Nobody is to be asked about it by itself any more."""
    await connection.execute(update(notices).where(notices.c.id == notice).values(chase_at=None))
