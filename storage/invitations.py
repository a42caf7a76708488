"""Personal links: opaque, single use, expiring, revocable."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, DelegateId, UnitId
from storage.schema import invitations


def new_token() -> str:
    """128 random bits in 22 characters of A-Za-z0-9_-, which Telegram takes in a deep link (at most 64)."""
    return secrets.token_urlsafe(16)


async def create(
    connection: AsyncConnection,
    kind: str,
    now: datetime,
    *,
    conference: ConferenceId | None = None,
    delegate: DelegateId | None = None,
    unit: UnitId | None = None,
    expires_at: datetime | None = None,
    by: AccountId | None = None,
) -> str:
    """A new link's token."""
    token = new_token()
    values: dict[str, Any] = {"token": token, "kind": kind, "conference_id": conference}
    values |= {"delegate_id": delegate, "unit_id": unit, "created_at": now, "created_by": by, "expires_at": expires_at}
    await connection.execute(insert(invitations).values(values))
    return token


async def find(connection: AsyncConnection, token: str) -> Row[Any] | None:
    """The invitation of a token, locked against a second opener where the database locks rows."""
    query = select(invitations).where(invitations.c.token == token).with_for_update()
    return (await connection.execute(query)).first()


async def use(connection: AsyncConnection, token: str, account: AccountId, now: datetime) -> None:
    """The link has done its work for this account."""
    values = {"used_at": now, "used_by": account}
    await connection.execute(update(invitations).where(invitations.c.token == token).values(values))


async def live_token(connection: AsyncConnection, kind: str, now: datetime, **target: Any) -> str | None:
    """A token of this kind and target that can still be opened."""
    query = select(invitations.c.token).where(
        invitations.c.kind == kind,
        invitations.c.used_at.is_(None),
        invitations.c.revoked_at.is_(None),
        invitations.c.expires_at.is_(None) | (invitations.c.expires_at > now),
        *(invitations.c[name] == value for name, value in target.items()),
    )
    found = (await connection.execute(query.order_by(invitations.c.created_at.desc()).limit(1))).scalar()
    return None if found is None else str(found)


async def revoke(connection: AsyncConnection, now: datetime, **target: Any) -> int:
    """Make every unused link of the target useless; how many there were."""
    statement = (
        update(invitations)
        .where(
            invitations.c.used_at.is_(None),
            invitations.c.revoked_at.is_(None),
            *(invitations.c[name] == value for name, value in target.items()),
        )
        .values(revoked_at=now)
    )
    return int((await connection.execute(statement)).rowcount)
