"""Messages that show the digits of the minute, as long as people may check themselves in by them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId
from storage.database import upsert
from storage.schema import accounts, code_screens


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScreen:
    """One such message: whose, for which slot, until when, when it was renewed last, in which language."""

    conference: ConferenceId
    account: AccountId
    message: int
    slot: str
    closes_at: datetime
    shown_at: datetime
    language: str


async def keep(
    connection: AsyncConnection,
    conference: ConferenceId,
    account: AccountId,
    message: int,
    slot: str,
    closes_at: datetime,
    now: datetime,
) -> None:
    """Renew this message from now on."""
    values = {"conference_id": conference, "account_id": account, "message_id": message, "slot": slot}
    values |= {"closes_at": closes_at, "shown_at": now}
    await connection.execute(upsert(connection, code_screens, ["account_id", "message_id"], values))


async def stale(connection: AsyncConnection, before: datetime) -> list[CodeScreen]:
    """Those that were renewed last before then."""
    query = select(code_screens, accounts.c.language).join(accounts).where(code_screens.c.shown_at < before)
    rows = (await connection.execute(query.order_by(code_screens.c.account_id, code_screens.c.message_id))).all()
    return [
        CodeScreen(
            conference=ConferenceId(row.conference_id),
            account=AccountId(row.account_id),
            message=row.message_id,
            slot=row.slot,
            closes_at=row.closes_at,
            shown_at=row.shown_at,
            language=row.language,
        )
        for row in rows
    ]


async def how_many(connection: AsyncConnection, before: datetime) -> int:
    """How many `stale` would give."""
    query = select(func.count()).select_from(code_screens).where(code_screens.c.shown_at < before)
    return int((await connection.execute(query)).scalar_one())


async def take(connection: AsyncConnection, screen: CodeScreen, now: datetime) -> bool:
    """Renew it now; False where another process has taken it."""
    mine = _of(screen.account, screen.message) & (code_screens.c.shown_at == screen.shown_at)
    return bool((await connection.execute(update(code_screens).where(mine).values(shown_at=now))).rowcount)


async def drop(connection: AsyncConnection, account: AccountId, message: int) -> bool:
    """Renew it no more; whether it was to be renewed."""
    return bool((await connection.execute(delete(code_screens).where(_of(account, message)))).rowcount)


def _of(account: AccountId, message: int) -> ColumnElement[bool]:
    return (code_screens.c.account_id == account) & (code_screens.c.message_id == message)
