"""Notices about tasks that still wait in the outbox, so that a change can catch up with them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, NoticeId
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
