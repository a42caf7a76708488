"""Questions the bot answered by itself: counted with the others, and known again when an answer is called wrong."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from domain.ids import AccountId, ConferenceId
from storage.schema import accounts, answered, conferences


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question and the kind of answer it got. `mark` is its number in the buttons under the answer."""

    conference_id: ConferenceId
    account_id: AccountId
    mark: int
    text: str
    said: str
    asked_at: datetime


async def keep(connection: AsyncConnection, rows: Sequence[Answered]) -> None:
    """Store questions, but of nobody who has been erased and of no conference that has been given up meanwhile."""
    if not rows:
        return
    here = conferences.c.conference_id
    known = select(here).where(here.in_({row.conference_id for row in rows}))
    there = set((await connection.execute(known)).scalars())
    asking = accounts.c.account_id
    living = select(asking).where(asking.in_({row.account_id for row in rows}))
    people = set((await connection.execute(living)).scalars())
    values = [asdict(row) for row in rows if row.conference_id in there and row.account_id in people]
    if values:
        await connection.execute(insert(answered), values)


async def find(connection: AsyncConnection, conference: ConferenceId, account: AccountId, mark: int) -> Row[Any] | None:
    """The question somebody asked under this mark, as it was asked last."""
    own = (answered.c.conference_id == conference) & (answered.c.account_id == account) & (answered.c.mark == mark)
    query = select(answered).where(own).order_by(answered.c.id.desc()).limit(1)
    return (await connection.execute(query)).first()


async def latest(connection: AsyncConnection, conference: ConferenceId, most: int = 5000) -> Sequence[str]:
    """The texts of the latest questions."""
    query = select(answered.c.text).where(answered.c.conference_id == conference)
    return (await connection.execute(query.order_by(answered.c.id.desc()).limit(most))).scalars().all()


async def forget(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Remove such questions altogether."""
    await connection.execute(delete(answered).where(which))
