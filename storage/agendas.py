"""Messages that show an agenda and still stand in chats, so that they can be put right in place."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, null, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from domain.ids import ChatId, ConferenceId
from storage.database import upsert
from storage.schema import accounts, agenda_messages, conferences


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaMessage:
    """A message that shows the agenda of a conference, or one `day` of it."""

    chat_id: ChatId
    message_id: int
    conference_id: ConferenceId
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


async def standing(connection: AsyncConnection, conference: ConferenceId, since: datetime) -> Sequence[Row[Any]]:
    """The conference's agendas that were shown since then: their `day`, and what `notify_again` asks of a message."""
    here = (agenda_messages.c.conference_id == conference) & (agenda_messages.c.said_at > since)
    nobody = [null().label(name) for name in ("id", "delegate_id", "data", "messages")]
    columns = (agenda_messages.c.chat_id, agenda_messages.c.message_id, agenda_messages.c.day)
    return (await connection.execute(select(*columns, *nobody).where(here))).all()


async def forget(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Let such messages stand as they are."""
    await connection.execute(delete(agenda_messages).where(which))
