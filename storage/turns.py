"""How long a chat is left alone between two notices, whoever of several workers sends them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol

from sqlalchemy import and_, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import deliveries

_PERSON_SECONDS, _GROUP_SECONDS = 1.0, 3.0  # Telegram: about one message a second to a person, 20 a minute to a group
_AHEAD = timedelta(seconds=1)  # as much as the clocks of the workers' machines may differ


class Leased(Protocol):
    """A row that was claimed."""

    @property
    def id(self) -> int:
        """Its number."""
        ...

    @property
    def chat(self) -> int:
        """Where it goes."""
        ...


def between(chat: int) -> float:
    """Seconds between two notices to the chat."""
    return _PERSON_SECONDS if chat > 0 else _GROUP_SECONDS


async def hold(
    connection: AsyncConnection, rows: Sequence[Leased], slots: Sequence[float], now: datetime, at: float, lease: float
) -> dict[int, float]:
    """Seconds after its slot for which each of the rows (just claimed until `at + lease`) has to wait for its chat.

    What the other workers have on its way, or have just sent, is kept apart from it. A row that waits is leased by so
    much longer: the next claim sees by that when it will go.
    """
    free = await _free(connection, rows, now, at, lease)
    held: dict[int, float] = {}
    for row, slot in zip(rows, slots, strict=True):
        wait = max(0.0, free.get(row.chat, 0.0) - slot)
        free[row.chat] = slot + wait + between(row.chat)
        if wait:
            held[row.id] = wait
    if held:
        until = [
            {"row": row.id, "until": datetime.fromtimestamp(at + slot + held[row.id] + lease, UTC)}
            for row, slot in zip(rows, slots, strict=True)
            if row.id in held
        ]
        mine = update(deliveries).where(deliveries.c.id == bindparam("row"))
        await connection.execute(
            mine.values(lease_until=bindparam("until", type_=deliveries.c.lease_until.type)), until
        )
    return held


async def _free(
    connection: AsyncConnection, rows: Sequence[Leased], now: datetime, at: float, lease: float
) -> dict[int, float]:
    """Seconds from `at` until the chats may have something, for all that is sent to them besides these rows."""
    d = deliveries.c
    flying = and_(d.state == "sending", d.id.not_in([row.id for row in rows]))
    # What bears a later time was sent before somebody set the clock back.
    just_now = d.sent_at.between(now - timedelta(seconds=_GROUP_SECONDS), now + _AHEAD)
    query = (
        select(
            d.chat_id,
            func.max(d.lease_until).filter(flying).label("leased"),
            func.max(d.sent_at).filter(just_now).label("sent"),
        )
        .where(d.chat_id.in_({row.chat for row in rows}), or_(flying, just_now))
        .group_by(d.chat_id)
    )
    free = {}
    for row in (await connection.execute(query)).all():
        last = [] if row.sent is None else [(row.sent - now).total_seconds()]
        last += [] if row.leased is None else [row.leased.timestamp() - lease - at]
        free[row.chat_id] = max(last) + between(row.chat_id)
    return free
