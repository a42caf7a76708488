"""How long a chat is left alone between two notices, whoever of several workers sends them."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import deliveries

_PERSON_SECONDS, _GROUP_SECONDS = 1.0, 3.0  # Telegram: about one message a second to a person, 20 a minute to a group

_AHEAD = timedelta(seconds=1)  # as much as the clocks of the workers' machines may differ


def between(chat: int) -> float:
    """Seconds between two notices to the chat."""
    return _PERSON_SECONDS if chat > 0 else _GROUP_SECONDS


async def taken(connection: AsyncConnection, chats: Sequence[int], now: datetime) -> dict[int, float]:
    """Seconds until the chats of rows that were just claimed may have them, for all that is sent to them besides.

    What is on its way counts as if it were sent now, and the others after it.
    """
    d = deliveries.c
    flying = d.state == "sending"
    # What bears a later time was sent before somebody set the clock back.
    just_now = d.sent_at.between(now - timedelta(seconds=_GROUP_SECONDS), now + _AHEAD)
    last = func.max(d.sent_at).filter(just_now)
    query = (
        select(d.chat_id, func.count().filter(flying).label("flying"), last.label("sent_at"))
        .where(d.chat_id.in_(set(chats)), or_(flying, just_now))
        .group_by(d.chat_id)
    )
    found, mine = {}, Counter(chats)
    for row in (await connection.execute(query)).all():
        passed = max(0.0, (now - row.sent_at).total_seconds()) if row.sent_at is not None else float("inf")
        others = row.flying - mine[row.chat_id]
        found[row.chat_id] = max(0.0, between(row.chat_id) - passed) + others * between(row.chat_id)
    return found
