"""Messages that show an agenda and still stand in chats, so that they can be put right in place."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from domain.ids import ChatId, ConferenceId
from storage.database import upsert
from storage.schema import accounts, agenda_messages, conferences


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaMessage:
    """A message that shows the agenda of a conference, or one `day` of it, as it was published under `revision`."""

    chat_id: ChatId
    message_id: int
    conference_id: ConferenceId
    revision: int
    day: date | None
    said_at: datetime


async def keep(connection: AsyncConnection, rows: Sequence[AgendaMessage]) -> None:
    """Store them, but of nobody who has been erased and of no conference that has been given up meanwhile."""
    if not rows:
        return
    here, person = conferences.c.conference_id, accounts.c.account_id
    there = set((await connection.execute(select(here).where(here.in_({row.conference_id for row in rows})))).scalars())
    known = select(person).where(person.in_({row.chat_id for row in rows}))
    people = set((await connection.execute(known)).scalars())
    for row in rows:
        if row.conference_id in there and (row.chat_id < 0 or row.chat_id in people):
            await connection.execute(upsert(connection, agenda_messages, ["chat_id", "message_id"], asdict(row)))


async def standing(
    connection: AsyncConnection, conference: ConferenceId, revision: int, since: datetime
) -> Sequence[Row[Any]]:
    """Where this revision's agenda was shown since then: the `day`, and what `notify_again` asks of a message."""
    here = _showing(conference, revision) & (agenda_messages.c.said_at > since)
    nobody = [null().label(name) for name in ("id", "delegate_id", "data", "messages")]
    columns = (agenda_messages.c.chat_id, agenda_messages.c.message_id, agenda_messages.c.day)
    return (await connection.execute(select(*columns, *nobody).where(here))).all()


async def put_right(connection: AsyncConnection, conference: ConferenceId, was: int, now: int) -> None:
    """What showed the one revision shows the other, or will when its correction is out."""
    showing = update(agenda_messages).where(_showing(conference, was))
    await connection.execute(showing.values(revision=now))


def _showing(conference: ConferenceId, revision: int) -> ColumnElement[bool]:
    return (agenda_messages.c.conference_id == conference) & (agenda_messages.c.revision == revision)


BEHIND = (
    select(agenda_messages.c.conference_id, agenda_messages.c.revision)
    .join(conferences, conferences.c.conference_id == agenda_messages.c.conference_id)
    .where(conferences.c.state != "draft", agenda_messages.c.revision < conferences.c.revision)
)
"""Conferences with an agenda that was on its way while another revision was published, and the one it shows."""


async def behind(connection: AsyncConnection) -> list[tuple[ConferenceId, int]]:
    """Each of them once."""
    rows = await connection.execute(BEHIND.distinct().order_by(*BEHIND.selected_columns))
    return [(ConferenceId(row.conference_id), row.revision) for row in rows]


async def forget(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Let such messages stand as they are."""
    await connection.execute(delete(agenda_messages).where(which))
