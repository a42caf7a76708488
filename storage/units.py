"""Units as the desk needs them: who answers in which rank, the tree, group chats, organizers per area."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.chasing import Rank
from domain.ids import AccountId, ConferenceId, UnitId
from domain.units import unit_key
from storage.database import insert_new
from storage.schema import (
    accounts,
    focal_people,
    group_chats,
    invitations,
    kind_organizers,
    organizers,
    task_replies,
    task_units,
    tasks,
    unit_organizers,
    units,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Somebody who answers for a unit."""

    account: AccountId
    unit: UnitId
    rank: Rank
    name: str | None
    reachable: bool


async def answerers(connection: AsyncConnection, wanted: Iterable[UnitId]) -> dict[UnitId, list[Answerer]]:
    """Who answers for each of these units, in the order in which they came; a unit with nobody is missing."""
    query = (
        select(focal_people, accounts.c.reachability)
        .join(accounts, accounts.c.account_id == focal_people.c.account_id)
        .where(focal_people.c.unit_id.in_(list(wanted)))
        .order_by(focal_people.c.linked_at, focal_people.c.account_id)
    )
    found: dict[UnitId, list[Answerer]] = {}
    for row in (await connection.execute(query)).all():
        who = Answerer(
            account=AccountId(row.account_id),
            unit=UnitId(row.unit_id),
            rank=Rank(row.role),
            name=row.name,
            reachable=row.reachability == "linked",
        )
        found.setdefault(who.unit, []).append(who)
    return found


async def set_rank(connection: AsyncConnection, unit: UnitId, account: AccountId, rank: Rank) -> bool:
    """What somebody is in the unit; whether they answer for it at all."""
    mine = (focal_people.c.unit_id == unit) & (focal_people.c.account_id == account)
    return bool((await connection.execute(update(focal_people).where(mine).values(role=rank.value))).rowcount)


async def release(connection: AsyncConnection, unit: UnitId, account: AccountId) -> bool:
    """Somebody no longer answers for the unit; whether they did."""
    mine = (focal_people.c.unit_id == unit) & (focal_people.c.account_id == account)
    return bool((await connection.execute(delete(focal_people).where(mine))).rowcount)


async def groups_of(connection: AsyncConnection, wanted: Iterable[UnitId]) -> dict[UnitId, list[int]]:
    """The group chats that are linked to each of these units."""
    query = select(group_chats.c.unit_id, group_chats.c.chat_id).where(group_chats.c.unit_id.in_(list(wanted)))
    found: dict[UnitId, list[int]] = {}
    for row in (await connection.execute(query.order_by(group_chats.c.chat_id))).all():
        found.setdefault(UnitId(row.unit_id), []).append(int(row.chat_id))
    return found


# --- links inside a unit --------------------------------------------------------------------------------------------


async def mark_link(connection: AsyncConnection, token: str, rank: Rank, replaces: AccountId | None) -> None:
    """What the person who opens the unit's link will be in it, and whose place they take."""
    values = {"role": rank.value, "replaces": replaces}
    await connection.execute(update(invitations).where(invitations.c.token == token).values(values))


async def terms_of_link(
    connection: AsyncConnection, unit: UnitId, account: AccountId
) -> tuple[Rank, AccountId | None] | None:
    """What the link said by which the account came to the unit; None where it said nothing."""
    query = select(invitations.c.role, invitations.c.replaces).where(
        invitations.c.unit_id == unit, invitations.c.used_by == account, invitations.c.kind == "unit"
    )
    row = (await connection.execute(query.order_by(invitations.c.used_at.desc()).limit(1))).first()
    if row is None or row.role is None:
        return None
    return Rank(row.role), None if row.replaces is None else AccountId(row.replaces)


# --- the tree -------------------------------------------------------------------------------------------------------


async def parents(connection: AsyncConnection, conference: ConferenceId) -> dict[UnitId, UnitId | None]:
    """Every unit, in the plan's order, with the unit above it."""
    query = select(units.c.id, units.c.parent_id).where(units.c.conference_id == conference)
    rows = (await connection.execute(query.order_by(units.c.position, units.c.id))).all()
    return {UnitId(row.id): None if row.parent_id is None else UnitId(row.parent_id) for row in rows}


async def set_parent(connection: AsyncConnection, unit: UnitId, parent: UnitId | None) -> None:
    """The unit stands under another, or under none."""
    await connection.execute(update(units).where(units.c.id == unit).values(parent_id=parent))


async def aliases(connection: AsyncConnection, unit: UnitId) -> tuple[str, ...]:
    """The other names of the unit."""
    found = (await connection.execute(select(units.c.aliases).where(units.c.id == unit))).scalar()
    return tuple(found or ())


async def by_key(connection: AsyncConnection, conference: ConferenceId) -> dict[str, UnitId]:
    """Every unit under the keys of all its names, in the plan's order."""
    query = select(units.c.id, units.c.name, units.c.aliases).where(units.c.conference_id == conference)
    rows = (await connection.execute(query.order_by(units.c.position, units.c.id))).all()
    return {unit_key(name): UnitId(row.id) for row in rows for name in (*row.aliases, row.name)}


async def add_alias(connection: AsyncConnection, unit: UnitId, name: str) -> None:
    """One more name for the unit."""
    known = await aliases(connection, unit)
    if name not in known:
        await connection.execute(update(units).where(units.c.id == unit).values(aliases=[*known, name]))


# --- organizers per area --------------------------------------------------------------------------------------------


def _active(conference: ConferenceId) -> Select[Any]:
    """The accounts that run the conference now and can be written to."""
    named = select(organizers.c.account_id).where(
        organizers.c.conference_id == conference, organizers.c.role == "organizer"
    )
    return select(accounts.c.account_id).where(
        accounts.c.is_owner | accounts.c.account_id.in_(named), accounts.c.reachability == "linked"
    )


async def areas(connection: AsyncConnection, conference: ConferenceId) -> dict[UnitId, list[AccountId]]:
    """The organizers in charge of each unit that has some; who runs the conference no longer is left out."""
    query = select(unit_organizers).where(
        unit_organizers.c.conference_id == conference, unit_organizers.c.account_id.in_(_active(conference))
    )
    found: dict[UnitId, list[AccountId]] = {}
    for row in (await connection.execute(query.order_by(unit_organizers.c.account_id))).all():
        found.setdefault(UnitId(row.unit_id), []).append(AccountId(row.account_id))
    return found


async def kinds(connection: AsyncConnection, conference: ConferenceId) -> dict[str, list[AccountId]]:
    """The organizers in charge of each kind of task that has some, in the same way."""
    query = select(kind_organizers).where(
        kind_organizers.c.conference_id == conference, kind_organizers.c.account_id.in_(_active(conference))
    )
    found: dict[str, list[AccountId]] = {}
    for row in (await connection.execute(query.order_by(kind_organizers.c.account_id))).all():
        found.setdefault(row.kind, []).append(AccountId(row.account_id))
    return found


async def take_kind(connection: AsyncConnection, conference: ConferenceId, kind: str, account: AccountId) -> None:
    """The organizer looks after tasks of this kind."""
    values = {"conference_id": conference, "kind": kind, "account_id": account}
    once = insert_new(connection, kind_organizers, ["conference_id", "kind", "account_id"])
    await connection.execute(once.values(values))


async def leave_kind(connection: AsyncConnection, conference: ConferenceId, kind: str, account: AccountId) -> None:
    """The organizer no longer looks after tasks of this kind."""
    mine = (kind_organizers.c.kind == kind) & (kind_organizers.c.account_id == account)
    await connection.execute(delete(kind_organizers).where(kind_organizers.c.conference_id == conference, mine))


async def take_charge(connection: AsyncConnection, conference: ConferenceId, unit: UnitId, account: AccountId) -> None:
    """The organizer looks after this unit."""
    values = {"conference_id": conference, "unit_id": unit, "account_id": account}
    await connection.execute(insert_new(connection, unit_organizers, ["unit_id", "account_id"]).values(values))


async def leave_charge(connection: AsyncConnection, unit: UnitId, account: AccountId) -> bool:
    """The organizer no longer looks after this unit; whether they did."""
    mine = (unit_organizers.c.unit_id == unit) & (unit_organizers.c.account_id == account)
    return bool((await connection.execute(delete(unit_organizers).where(mine))).rowcount)


# --- coordinating units acknowledge ---------------------------------------------------------------------------------


async def acknowledge(connection: AsyncConnection, unit: UnitId, account: AccountId, now: Any) -> int:
    """The unit knows of all that it coordinates; how many tasks were new to it."""
    fresh = update(task_units).where(task_units.c.unit_id == unit, task_units.c.acknowledged_at.is_(None))
    values = {"acknowledged_by": account, "acknowledged_at": now}
    return int((await connection.execute(fresh.values(values))).rowcount)


async def acknowledged(connection: AsyncConnection, task: int) -> dict[UnitId, Any]:
    """When each coordinating unit of the task acknowledged it; those that did not are missing."""
    query = select(task_units.c.unit_id, task_units.c.acknowledged_at).where(
        task_units.c.task_id == task, task_units.c.acknowledged_at.is_not(None)
    )
    return {UnitId(row.unit_id): row.acknowledged_at for row in (await connection.execute(query)).all()}


async def unacknowledged(connection: AsyncConnection, unit: UnitId) -> int:
    """How many tasks the unit coordinates without having acknowledged them."""
    query = (
        select(task_units.c.task_id)
        .join(tasks, tasks.c.id == task_units.c.task_id)
        .where(
            task_units.c.unit_id == unit,
            task_units.c.acknowledged_at.is_(None),
            tasks.c.state.not_in(("draft", "dormant", "withdrawn")),
        )
    )
    return len((await connection.execute(query)).all())


# --- replies in words -----------------------------------------------------------------------------------------------


async def keep_reply(
    connection: AsyncConnection, conference: ConferenceId, account: AccountId, text: str, now: Any
) -> int:
    """What somebody typed about their tasks, until they have confirmed what it means; its key."""
    values = {"conference_id": conference, "account_id": account, "text": text, "at": now}
    result = await connection.execute(insert(task_replies).values(values))
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


async def reply_of(connection: AsyncConnection, key: int, account: AccountId) -> Any | None:
    """The reply, if it is this account's."""
    query = select(task_replies).where(task_replies.c.id == key, task_replies.c.account_id == account)
    return (await connection.execute(query)).first()


async def forget_reply(connection: AsyncConnection, key: int) -> None:
    """The reply has been acted on: its words stand in the task's history now."""
    await connection.execute(delete(task_replies).where(task_replies.c.id == key))
