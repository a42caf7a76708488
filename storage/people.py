"""Accounts and their roles: who a Telegram user is in a conference."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actor import Actor, Role
from domain.ids import AccountId, ConferenceId, DelegateId, UnitId
from storage.database import insert_new, upsert
from storage.schema import (
    accounts,
    conferences,
    delegates,
    focal_people,
    forms,
    group_chats,
    inbox,
    organizers,
    unit_members,
    units,
)


async def account(connection: AsyncConnection, account_id: AccountId) -> Row[Any] | None:
    """The account's row, or None for somebody never seen."""
    return (await connection.execute(select(accounts).where(accounts.c.account_id == account_id))).first()


async def actor(connection: AsyncConnection, account_id: AccountId, consent_version: int) -> Actor | None:
    """The person with all roles in the conference they are in, or None for somebody never seen."""
    return (await actors(connection, [account_id], consent_version)).get(account_id)


async def actors(
    connection: AsyncConnection, wanted: Sequence[AccountId], consent_version: int
) -> dict[AccountId, Actor]:
    """These persons with all their roles, each in the conference they are in; those never seen are left out."""
    units = await _units_by_account(connection, wanted)
    rows = (await connection.execute(_ROLES.where(accounts.c.account_id.in_(wanted)))).all()
    return {row.account_id: _actor(row, tuple(units.get(row.account_id, ())), consent_version) for row in rows}


def _here(table: Table) -> Any:
    """The account's row of a table in the conference the account is in."""
    return and_(table.c.account_id == accounts.c.account_id, table.c.conference_id == accounts.c.conference_id)


_ROLES = (
    select(
        accounts.c.account_id,
        accounts.c.conference_id,
        accounts.c.language,
        accounts.c.is_owner,
        accounts.c.consent_version,
        organizers.c.role,
        delegates.c.id.label("delegate"),
        forms.c.kind.label("form"),
    )
    .outerjoin(organizers, _here(organizers))
    .outerjoin(delegates, and_(_here(delegates), delegates.c.state == "invited"))
    .outerjoin(forms, forms.c.account_id == accounts.c.account_id)
)


async def _units_by_account(connection: AsyncConnection, wanted: Sequence[AccountId]) -> dict[int, list[UnitId]]:
    query = (
        select(focal_people.c.account_id, focal_people.c.unit_id)
        .join(accounts, _here(focal_people))
        .where(accounts.c.account_id.in_(wanted))
        .order_by(focal_people.c.unit_id)
    )
    found: dict[int, list[UnitId]] = {}
    for row in (await connection.execute(query)).all():
        found.setdefault(row.account_id, []).append(UnitId(row.unit_id))
    return found


def _actor(row: Any, units: tuple[UnitId, ...], consent_version: int) -> Actor:
    roles = {Role.OWNER} if row.is_owner else set()
    roles |= {Role(row.role)} if row.role else set()
    roles |= {Role.FOCAL} if units else set()
    roles |= {Role.DELEGATE} if row.delegate is not None else set()
    return Actor(
        account=AccountId(row.account_id),
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


async def call_by_name(connection: AsyncConnection, conference: ConferenceId, account_id: AccountId, name: str) -> None:
    """The name under which colleagues see an organizer or a focal person of the conference."""
    for table in (organizers, focal_people):
        theirs = update(table).where(table.c.conference_id == conference, table.c.account_id == account_id)
        await connection.execute(theirs.values(name=name))


async def own_name(connection: AsyncConnection, conference: ConferenceId, account_id: AccountId) -> str | None:
    """The name under which colleagues see somebody, where they have given one."""
    for table in (organizers, focal_people):
        query = select(table.c.name).where(
            table.c.conference_id == conference, table.c.account_id == account_id, table.c.name.is_not(None)
        )
        found = (await connection.execute(query.limit(1))).scalar()
        if found is not None:
            return str(found)
    return None


async def focal_of(connection: AsyncConnection, unit: UnitId) -> list[Row[Any]]:
    """The people who answer for a unit: account, name, when they were linked."""
    query = select(focal_people).where(focal_people.c.unit_id == unit)
    return list((await connection.execute(query.order_by(focal_people.c.linked_at))).all())


async def unit_name(connection: AsyncConnection, conference: ConferenceId, unit: UnitId) -> str | None:
    """The unit's name, or None where the conference has no such unit."""
    query = select(units.c.name).where(units.c.id == unit, units.c.conference_id == conference)
    found = (await connection.execute(query)).scalar()
    return None if found is None else str(found)


async def units_with_focal(connection: AsyncConnection, conference: ConferenceId) -> list[tuple[int, str, int]]:
    """The conference's units in order, each with its name and how many answer for it (or for a member of it)."""
    members = select(unit_members.c.member_id).where(unit_members.c.unit_id == units.c.id).correlate(units)
    answers = or_(focal_people.c.unit_id == units.c.id, focal_people.c.unit_id.in_(members))
    query = (
        select(units.c.id, units.c.name, func.count(focal_people.c.account_id).label("focal"))
        .select_from(units.outerjoin(focal_people, answers))
        .where(units.c.conference_id == conference)
        .group_by(units.c.id, units.c.name, units.c.position)
        .order_by(units.c.position, units.c.id)
    )
    return [(row.id, row.name, row.focal) for row in (await connection.execute(query)).all()]


async def link_group(
    connection: AsyncConnection, chat: int, conference: ConferenceId, unit: UnitId | None, now: datetime
) -> None:
    """A group chat belongs to a unit, or to the whole conference."""
    values = {"chat_id": chat, "conference_id": conference, "unit_id": unit, "linked_at": now}
    await connection.execute(upsert(connection, group_chats, ["chat_id"], values))


async def group_of(connection: AsyncConnection, chat: int) -> Row[Any] | None:
    """The conference and unit that a group chat is linked to."""
    return (await connection.execute(select(group_chats).where(group_chats.c.chat_id == chat))).first()


async def make_focal(
    connection: AsyncConnection, conference: ConferenceId, unit: UnitId, account_id: AccountId, now: datetime
) -> None:
    """Let somebody answer for a unit."""
    values = {"conference_id": conference, "unit_id": unit, "account_id": account_id, "linked_at": now}
    await connection.execute(insert_new(connection, focal_people, ["unit_id", "account_id"]).values(values))


async def conferences_of(connection: AsyncConnection, who: Actor) -> list[tuple[ConferenceId, str]]:
    """The conferences in which the person has any role (an owner: all), newest first, with their titles."""
    query = select(conferences.c.conference_id, conferences.c.title).order_by(conferences.c.conference_id.desc())
    if Role.OWNER not in who.roles:
        helping, answering = (
            select(table.c.conference_id).where(table.c.account_id == who.account)
            for table in (organizers, focal_people)
        )
        invited = select(delegates.c.conference_id).where(
            delegates.c.account_id == who.account, delegates.c.state == "invited"
        )
        query = query.where(conferences.c.conference_id.in_(helping.union(answering, invited)))
    return [(ConferenceId(row.conference_id), row.title) for row in (await connection.execute(query)).all()]


async def leave_conference(connection: AsyncConnection, conference: ConferenceId) -> None:
    """Nobody is in this conference any more; called before it is deleted."""
    statement = update(accounts).where(accounts.c.conference_id == conference)
    await connection.execute(statement.values(conference_id=None))
    await connection.execute(update(inbox).where(inbox.c.conference_id == conference).values(conference_id=None))
