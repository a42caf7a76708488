"""Accounts and their roles: who a Telegram user is in a conference."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actor import Actor, Role
from domain.ids import AccountId, ConferenceId, DelegateId, UnitId
from storage.database import insert_new, upsert
from storage.schema import accounts, conferences, delegates, focal_people, forms, inbox, organizers


async def account(connection: AsyncConnection, account_id: AccountId) -> Row[Any] | None:
    """The account's row, or None for somebody never seen."""
    return (await connection.execute(select(accounts).where(accounts.c.account_id == account_id))).first()


async def actor(connection: AsyncConnection, account_id: AccountId, consent_version: int) -> Actor | None:
    """The person with all roles in the conference they are in, or None for somebody never seen."""
    query = (
        select(
            accounts.c.conference_id,
            accounts.c.language,
            accounts.c.is_owner,
            accounts.c.consent_version,
            organizers.c.role,
            delegates.c.id.label("delegate"),
            forms.c.kind.label("form"),
        )
        .outerjoin(
            organizers,
            and_(
                organizers.c.account_id == accounts.c.account_id,
                organizers.c.conference_id == accounts.c.conference_id,
            ),
        )
        .outerjoin(
            delegates,
            and_(
                delegates.c.account_id == accounts.c.account_id,
                delegates.c.conference_id == accounts.c.conference_id,
                delegates.c.state == "invited",
            ),
        )
        .outerjoin(forms, forms.c.account_id == accounts.c.account_id)
        .where(accounts.c.account_id == account_id)
    )
    row = (await connection.execute(query)).first()
    if row is None:
        return None
    units = await units_of(connection, account_id, row.conference_id)
    roles = {Role.OWNER} if row.is_owner else set()
    roles |= {Role(row.role)} if row.role else set()
    roles |= {Role.FOCAL} if units else set()
    roles |= {Role.DELEGATE} if row.delegate is not None else set()
    return Actor(
        account=account_id,
        conference=row.conference_id,
        roles=frozenset(roles),
        units=units,
        delegate=None if row.delegate is None else DelegateId(row.delegate),
        language=row.language,
        consented=(row.consent_version or 0) >= consent_version,
        form_open=row.form is not None,
    )


async def units_of(
    connection: AsyncConnection, account_id: AccountId, conference: ConferenceId | None
) -> tuple[UnitId, ...]:
    """The units that the person answers for in the conference."""
    query = (
        select(focal_people.c.unit_id)
        .where(focal_people.c.account_id == account_id, focal_people.c.conference_id == conference)
        .order_by(focal_people.c.unit_id)
    )
    return tuple(UnitId(each) for each in (await connection.execute(query)).scalars())


async def meet(connection: AsyncConnection, account_id: AccountId, language: str, now: datetime) -> None:
    """Somebody pressed Start: they can be reached (again)."""
    values = {"account_id": account_id, "language": language, "reachability": "linked", "created_at": now}
    await connection.execute(insert_new(connection, accounts, ["account_id"]).values(values))
    await change(connection, account_id, reachability="linked")


async def change(connection: AsyncConnection, account_id: AccountId, **values: Any) -> None:
    """Set columns of an account."""
    await connection.execute(update(accounts).where(accounts.c.account_id == account_id).values(values))


async def make_organizer(
    connection: AsyncConnection, conference: ConferenceId, account_id: AccountId, role: str, now: datetime
) -> None:
    """Give somebody the role of organizer or door staff in a conference."""
    values = {"conference_id": conference, "account_id": account_id, "role": role, "granted_at": now}
    await connection.execute(upsert(connection, organizers, ["conference_id", "account_id"], values))


async def make_focal(
    connection: AsyncConnection, conference: ConferenceId, unit: UnitId, account_id: AccountId, now: datetime
) -> None:
    """Let somebody answer for a unit."""
    values = {"conference_id": conference, "unit_id": unit, "account_id": account_id, "linked_at": now}
    await connection.execute(insert_new(connection, focal_people, ["unit_id", "account_id"]).values(values))


async def organizer_accounts(connection: AsyncConnection, conference: ConferenceId) -> list[AccountId]:
    """Everybody who runs the conference: its organizers and the owners."""
    named = select(organizers.c.account_id).where(
        organizers.c.conference_id == conference, organizers.c.role == "organizer"
    )
    query = select(accounts.c.account_id).where(accounts.c.is_owner | accounts.c.account_id.in_(named))
    return [AccountId(each) for each in (await connection.execute(query.order_by(accounts.c.account_id))).scalars()]


async def has_owner(connection: AsyncConnection) -> bool:
    """Whether the desk has been claimed."""
    query = select(func.count()).select_from(accounts).where(accounts.c.is_owner)
    return bool((await connection.execute(query)).scalar_one())


async def conferences_of(connection: AsyncConnection, who: Actor) -> list[tuple[ConferenceId, str]]:
    """The conferences in which the person has any role (an owner: all), newest first, with their titles."""
    query = select(conferences.c.conference_id, conferences.c.title).order_by(conferences.c.conference_id.desc())
    if Role.OWNER not in who.roles:
        mine = [
            select(table.c.conference_id).where(table.c.account_id == who.account)
            for table in (organizers, focal_people, delegates)
        ]
        query = query.where(conferences.c.conference_id.in_(mine[0].union(*mine[1:])))
    return [(ConferenceId(row.conference_id), row.title) for row in (await connection.execute(query)).all()]


async def leave_conference(connection: AsyncConnection, conference: ConferenceId) -> None:
    """Nobody is in this conference any more; called before it is deleted."""
    statement = update(accounts).where(accounts.c.conference_id == conference)
    await connection.execute(statement.values(conference_id=None))
    await connection.execute(update(inbox).where(inbox.c.conference_id == conference).values(conference_id=None))
