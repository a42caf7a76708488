"""Messages that renew themselves with each minute for a while: the digits on the projector, the arrival board."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId
from storage.database import upsert
from storage.schema import accounts, live_screens

CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveScreen:
    """One such message: whose, for which slot, until when, when it was renewed last, in which language.

    `shows` is `CODE`, or how the arrival board is laid out, with its page.
    """

    conference: ConferenceId
    account: AccountId
    message: int
    slot: str
    closes_at: datetime
    shown_at: datetime
    language: str
    shows: str
    page: int


async def keep(
    connection: AsyncConnection,
    conference: ConferenceId,
    account: AccountId,
    message: int,
    slot: str,
    closes_at: datetime,
    now: datetime,
    shows: str = CODE,
    page: int = 0,
) -> None:
    """Renew this message from now on."""
    values = {"conference_id": conference, "account_id": account, "message_id": message, "slot": slot}
    values |= {"closes_at": closes_at, "shown_at": now, "shows": shows, "page": page}
    await connection.execute(upsert(connection, live_screens, ["account_id", "message_id"], values))


async def stale(connection: AsyncConnection, before: datetime) -> list[LiveScreen]:
    """Those that were renewed last before then."""
    query = select(live_screens, accounts.c.language).join(accounts).where(live_screens.c.shown_at < before)
    rows = (await connection.execute(query.order_by(live_screens.c.account_id, live_screens.c.message_id))).all()
    return [
        LiveScreen(
            conference=ConferenceId(row.conference_id),
            account=AccountId(row.account_id),
            message=row.message_id,
            slot=row.slot,
            closes_at=row.closes_at,
            shown_at=row.shown_at,
            language=row.language,
            shows=row.shows,
            page=row.page,
        )
        for row in rows
    ]


async def shows(connection: AsyncConnection, account: AccountId, message: int) -> str | None:
    """What a message shows that renews itself; None for one that does not."""
    found = (await connection.execute(select(live_screens.c.shows).where(_of(account, message)))).scalar()
    return None if found is None else str(found)


async def take(connection: AsyncConnection, screen: LiveScreen, now: datetime) -> bool:
    """Renew it now; False where another process has taken it."""
    mine = _of(screen.account, screen.message) & (live_screens.c.shown_at == screen.shown_at)
    return bool((await connection.execute(update(live_screens).where(mine).values(shown_at=now))).rowcount)


async def drop(connection: AsyncConnection, account: AccountId, message: int) -> bool:
    """Renew it no more; whether it was to be renewed."""
    return bool((await connection.execute(delete(live_screens).where(_of(account, message)))).rowcount)


def _of(account: AccountId, message: int) -> ColumnElement[bool]:
    return (live_screens.c.account_id == account) & (live_screens.c.message_id == message)
