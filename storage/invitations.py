"""Personal links: opaque, single use, expiring, revocable."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, DelegateId, UnitId
from domain.joining import Link, Purpose
from storage.schema import delegates, invitations


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
    name: str | None = None,
    expires_at: datetime | None = None,
    by: AccountId | None = None,
) -> str:
    """A new link's token."""
    token = new_token()
    values: dict[str, Any] = {"token": token, "kind": kind, "conference_id": conference, "name": name}
    values |= {"delegate_id": delegate, "unit_id": unit, "created_at": now, "created_by": by, "expires_at": expires_at}
    await connection.execute(insert(invitations).values(values))
    return token


async def find(connection: AsyncConnection, token: str) -> Link | None:
    """The link of a token, locked against a second opener where the database locks rows."""
    query = select(invitations).where(invitations.c.token == token).with_for_update()
    row = (await connection.execute(query)).first()
    return None if row is None else _link(row)


def _link(row: Row[Any]) -> Link:
    return Link(
        token=row.token,
        purpose=Purpose(row.kind),
        conference=row.conference_id,
        delegate=row.delegate_id,
        unit=row.unit_id,
        name=row.name,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        used_at=row.used_at,
        used_by=row.used_by,
    )


async def opened(connection: AsyncConnection, token: str, now: datetime) -> None:
    """The link was opened for the first time; whether it was used shows elsewhere."""
    first = update(invitations).where(invitations.c.token == token, invitations.c.opened_at.is_(None))
    await connection.execute(first.values(opened_at=now))


async def use(connection: AsyncConnection, token: str, account: AccountId, now: datetime) -> bool:
    """The link does its work for this account; False when somebody else was quicker."""
    unused = update(invitations).where(invitations.c.token == token, invitations.c.used_at.is_(None))
    return bool((await connection.execute(unused.values(used_at=now, used_by=account))).rowcount)


async def use_all(connection: AsyncConnection, account: AccountId, now: datetime, delegate: DelegateId) -> None:
    """The delegate is linked: every link of theirs that could still be opened now belongs to this account."""
    live = update(invitations).where(
        invitations.c.delegate_id == delegate, invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None)
    )
    await connection.execute(live.values(used_at=now, used_by=account))


def _live(now: datetime) -> list[Any]:
    return [
        invitations.c.used_at.is_(None),
        invitations.c.revoked_at.is_(None),
        invitations.c.expires_at.is_(None) | (invitations.c.expires_at > now),
    ]


async def live_token(connection: AsyncConnection, kind: str, now: datetime, **target: Any) -> str | None:
    """A token of this kind and target that can still be opened."""
    query = select(invitations.c.token).where(
        invitations.c.kind == kind, *_live(now), *(invitations.c[name] == value for name, value in target.items())
    )
    found = (await connection.execute(query.order_by(invitations.c.created_at.desc()).limit(1))).scalar()
    return None if found is None else str(found)


async def live_of_units(connection: AsyncConnection, conference: ConferenceId, now: datetime) -> dict[UnitId, Link]:
    """The newest link for each unit's focal person that can still be opened."""
    query = select(invitations).where(
        invitations.c.kind == Purpose.UNIT.value,
        invitations.c.conference_id == conference,
        invitations.c.role.is_(None),
        *_live(now),
    )
    rows = (await connection.execute(query.order_by(invitations.c.created_at))).all()
    return {UnitId(row.unit_id): _link(row) for row in rows}


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


async def kill_all(connection: AsyncConnection, delegate: DelegateId, now: datetime) -> None:
    """Make every link of a delegate useless, also to who has used it: a newer one takes their place."""
    old = update(invitations).where(invitations.c.delegate_id == delegate, invitations.c.revoked_at.is_(None))
    await connection.execute(old.values(revoked_at=now))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A link for somebody who runs the conference, made and not yet used. `key` stands for the token in buttons."""

    key: str
    purpose: Purpose
    name: str | None
    expires_at: datetime | None


async def waiting(connection: AsyncConnection, conference: ConferenceId, now: datetime) -> list[Waiting]:
    """The unused links for organizers and door staff."""
    query = select(invitations).where(
        invitations.c.conference_id == conference, invitations.c.kind.in_(("organizer", "door")), *_live(now)
    )
    rows = (await connection.execute(query.order_by(invitations.c.created_at, invitations.c.token))).all()
    return [Waiting(row.token[:8], Purpose(row.kind), row.name, row.expires_at) for row in rows]


async def revoke_one(connection: AsyncConnection, conference: ConferenceId, key: str, now: datetime) -> bool:
    """Revoke the unused link of organizers or door staff whose token begins with `key`."""
    statement = update(invitations).where(
        invitations.c.conference_id == conference,
        invitations.c.kind.in_(("organizer", "door")),
        func.substr(invitations.c.token, 1, len(key)) == key,
        *_live(now),
    )
    return bool((await connection.execute(statement.values(revoked_at=now))).rowcount)


async def make_missing(
    connection: AsyncConnection,
    conference: ConferenceId,
    now: datetime,
    expires_at: datetime,
    by: AccountId,
    units: Collection[UnitId] | None = None,
) -> int:
    """A personal link for every invited person (of some units) who is not linked and has none that can be opened;
    how many."""
    having = select(invitations.c.delegate_id).where(
        invitations.c.conference_id == conference, invitations.c.delegate_id.is_not(None), *_live(now)
    )
    query = select(delegates.c.id).where(
        delegates.c.conference_id == conference,
        delegates.c.state == "invited",
        delegates.c.account_id.is_(None),
        delegates.c.name_key != "",  # an erased person is invited no more
        delegates.c.id.not_in(having),
    )
    if units is not None:
        query = query.where(delegates.c.unit_id.in_(list(units)))
    missing: Sequence[int] = (await connection.execute(query)).scalars().all()
    rows = [
        {
            "token": new_token(),
            "kind": "delegate",
            "conference_id": conference,
            "delegate_id": each,
            "created_at": now,
            "created_by": by,
            "expires_at": expires_at,
        }
        for each in missing
    ]
    if rows:
        await connection.execute(insert(invitations), rows)
    return len(rows)
