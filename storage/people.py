"""Accounts and their roles: who a Telegram user is in a conference."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, and_, delete, func, or_, select, update
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
