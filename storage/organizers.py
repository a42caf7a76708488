"""Who runs a conference: its organizers, its door staff, and the owners of the desk."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId
from storage.database import upsert
from storage.schema import accounts, organizers


async def make_organizer(
    connection: AsyncConnection,
    conference: ConferenceId,
    account_id: AccountId,
    role: str,
    now: datetime,
    name: str | None = None,
) -> None:
    """Give somebody the role of organizer or door staff in a conference; an organizer does not become door staff."""
    held = await organizer_role(connection, conference, account_id)
    if held == "organizer":
        return
    values = {"conference_id": conference, "account_id": account_id, "role": role, "granted_at": now}
    named = {} if name is None else {"name": name}
    await connection.execute(upsert(connection, organizers, ["conference_id", "account_id"], values | named))


async def organizer_role(connection: AsyncConnection, conference: ConferenceId, account_id: AccountId) -> str | None:
    """What somebody does for the conference: organizer, door, or nothing."""
    query = select(organizers.c.role).where(
        organizers.c.conference_id == conference, organizers.c.account_id == account_id
    )
    found = (await connection.execute(query)).scalar()
    return None if found is None else str(found)


async def remove_organizer(connection: AsyncConnection, conference: ConferenceId, account_id: AccountId) -> bool:
    """Take the role of organizer or door staff away; whether there was one."""
    statement = delete(organizers).where(
        organizers.c.conference_id == conference, organizers.c.account_id == account_id
    )
    return bool((await connection.execute(statement)).rowcount)


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who runs the conference; an owner's `role` is "owner"."""

    account: AccountId
    role: str
    name: str | None


async def helpers(connection: AsyncConnection, conference: ConferenceId) -> list[Helper]:
    """Owners, organizers and door staff, in this order, by when they came."""
    mine = and_(organizers.c.account_id == accounts.c.account_id, organizers.c.conference_id == conference)
    query = (
        select(accounts.c.account_id, accounts.c.is_owner, organizers.c.role, organizers.c.name)
        .outerjoin(organizers, mine)
        .where(accounts.c.is_owner | organizers.c.role.is_not(None))
        .order_by(accounts.c.is_owner.desc(), organizers.c.role.desc(), organizers.c.granted_at, accounts.c.account_id)
    )
    rows = (await connection.execute(query)).all()
    return [Helper(AccountId(row.account_id), "owner" if row.is_owner else row.role, row.name) for row in rows]


async def organizer_accounts(connection: AsyncConnection, conference: ConferenceId) -> list[AccountId]:
    """Everybody who runs the conference: its organizers and the owners."""
    named = select(organizers.c.account_id).where(
        organizers.c.conference_id == conference, organizers.c.role == "organizer"
    )
    query = select(accounts.c.account_id).where(accounts.c.is_owner | accounts.c.account_id.in_(named))
    return [AccountId(each) for each in (await connection.execute(query.order_by(accounts.c.account_id))).scalars()]


async def in_charge(connection: AsyncConnection) -> list[tuple[AccountId, str]]:
    """Everybody who runs a conference and can be written to, with their language."""
    named = select(organizers.c.account_id).where(organizers.c.role == "organizer")
    query = select(accounts.c.account_id, accounts.c.language).where(
        accounts.c.is_owner | accounts.c.account_id.in_(named), accounts.c.reachability == "linked"
    )
    return [(AccountId(row.account_id), row.language) for row in await connection.execute(query)]


async def has_owner(connection: AsyncConnection) -> bool:
    """Whether the desk has been claimed."""
    query = select(func.count()).select_from(accounts).where(accounts.c.is_owner)
    return bool((await connection.execute(query)).scalar_one())


async def is_only_owner(connection: AsyncConnection, account_id: AccountId) -> bool:
    """Whether the desk would have no owner without this account."""
    query = select(func.count()).select_from(accounts).where(accounts.c.is_owner, accounts.c.account_id != account_id)
    return not (await connection.execute(query)).scalar_one()


async def organized_by(connection: AsyncConnection, account_id: AccountId) -> list[ConferenceId]:
    """The conferences that the account runs as an organizer."""
    query = select(organizers.c.conference_id).where(
        organizers.c.account_id == account_id, organizers.c.role == "organizer"
    )
    return [ConferenceId(each) for each in (await connection.execute(query)).scalars()]
