"""Invited people: one row each, found by folded name, counted by the database."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import Delegate, DelegateState, Entry, KnownPeople, Reach, Rsvp, known_people, person_key
from domain.ids import AccountId, ConferenceId, DelegateId, GroupId, UnitId
from domain.units import unit_key
from storage.database import insert_id
from storage.schema import accounts, delegates, groups, invitations, units

_REACH = case((delegates.c.account_id.is_(None), "not_linked"), else_=accounts.c.reachability)


def _query() -> Select[Any]:
    return select(delegates, _REACH.label("reach")).outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)


def _delegate(row: Row[Any]) -> Delegate:
    return Delegate(
        id=DelegateId(row.id),
        conference=ConferenceId(row.conference_id),
        name=row.name,
        post=row.post,
        unit=row.unit_text,
        unit_id=row.unit_id,
        group=row.group_id,
        phone=row.phone,
        account=row.account_id,
        state=DelegateState(row.state),
        rsvp=Rsvp(row.rsvp),
        reason=row.rsvp_reason,
        substitute_for=row.substitute_for,
        reach=Reach(row.reach),
    )


async def get(connection: AsyncConnection, key: DelegateId) -> Delegate | None:
    """The delegate of an id."""
    row = (await connection.execute(_query().where(delegates.c.id == key))).first()
    return None if row is None else _delegate(row)


async def lock(connection: AsyncConnection, key: DelegateId) -> Delegate | None:
    """The delegate of an id, kept from others' changes until the transaction ends."""
    await connection.execute(select(delegates.c.id).where(delegates.c.id == key).with_for_update())
    return await get(connection, key)


async def of_account(connection: AsyncConnection, conference: ConferenceId, account: AccountId) -> Delegate | None:
    """The delegate whom the account is linked to in the conference, in whatever state."""
    query = _query().where(delegates.c.conference_id == conference, delegates.c.account_id == account)
    row = (await connection.execute(query)).first()
    return None if row is None else _delegate(row)


async def named(connection: AsyncConnection, conference: ConferenceId, name: str) -> list[Delegate]:
    """The invited people with this name, diacritics, case, spacing and order forgiven."""
    key = person_key(name)
    if not key:  # an erased person has no key, and is nobody's match
        return []
    query = _query().where(
        delegates.c.conference_id == conference,
        delegates.c.name_key == key,
        delegates.c.state == DelegateState.INVITED.value,
    )
    return [_delegate(row) for row in (await connection.execute(query.order_by(delegates.c.id))).all()]


async def substitute_of(connection: AsyncConnection, original: DelegateId) -> Delegate | None:
    """Who comes in place of the delegate."""
    row = (await connection.execute(_query().where(delegates.c.substitute_for == original))).first()
    return None if row is None else _delegate(row)


async def _units(connection: AsyncConnection, conference: ConferenceId) -> dict[str, int]:
    """The plan's units by the folded names that people use for them."""
    query = select(units.c.id, units.c.name_key, units.c.aliases).where(units.c.conference_id == conference)
    found: dict[str, int] = {}
    for row in (await connection.execute(query.order_by(units.c.position.desc()))).all():
        found |= {unit_key(alias): row.id for alias in row.aliases} | {row.name_key: row.id}
    return found


def _columns(conference: ConferenceId, entry: Entry, now: datetime, known_units: Mapping[str, int]) -> dict[str, Any]:
    """A person of a list as a row; a unit of the plan is recognised by its name."""
    return {
        "conference_id": conference,
        "name": entry.name,
        "name_key": person_key(entry.name),
        "post": entry.post,
        "unit_text": entry.unit,
        "unit_id": known_units.get(unit_key(entry.unit)) if entry.unit else None,
        "group_id": entry.group,
        "phone": entry.phone,
        "state": DelegateState.INVITED.value,
        "rsvp": Rsvp.NONE.value,
        "created_at": now,
    }


async def add(
    connection: AsyncConnection, conference: ConferenceId, entry: Entry, now: datetime, **more: Any
) -> DelegateId:
    """Store a person."""
    values = _columns(conference, entry, now, await _units(connection, conference)) | more
    return DelegateId(await insert_id(connection, insert(delegates).values(values)))


async def add_many(
    connection: AsyncConnection, conference: ConferenceId, entries: Iterable[Entry], now: datetime
) -> int:
    """Store many people in one statement; how many."""
    known_units = await _units(connection, conference)
    rows = [_columns(conference, entry, now, known_units) for entry in entries]
    if rows:
        await connection.execute(insert(delegates), rows)
    return len(rows)


async def change(connection: AsyncConnection, key: DelegateId, **values: Any) -> None:
    """Set columns of a delegate."""
    await connection.execute(update(delegates).where(delegates.c.id == key).values(values))


async def mend(
    connection: AsyncConnection, conference: ConferenceId, key: DelegateId, entry: Entry, now: datetime
) -> None:
    """Write a person of the list otherwise; what they answered stays."""
    values = _columns(conference, entry, now, await _units(connection, conference))
    names = ("name", "name_key", "post", "unit_text", "unit_id", "group_id", "phone")
    await change(connection, key, **{name: values[name] for name in names})


async def link(connection: AsyncConnection, key: DelegateId, account: AccountId) -> None:
    """The delegate answers from this account from now on."""
    await change(connection, key, account_id=account)


def _invited(conference: ConferenceId) -> Any:
    return and_(delegates.c.conference_id == conference, delegates.c.state == DelegateState.INVITED.value)


async def known(connection: AsyncConnection, conference: ConferenceId) -> KnownPeople:
    """Everybody on the conference's list, for finding duplicates."""
    query = select(delegates.c.name, delegates.c.unit_text, delegates.c.phone).where(_invited(conference))
    return known_people((row.name, row.unit_text, row.phone) for row in (await connection.execute(query)).all())


_FILTERS: dict[str, Any] = {
    "all": True,
    "not_linked": delegates.c.account_id.is_(None),
    "linked": accounts.c.reachability == "linked",
    "blocked": accounts.c.reachability != "linked",
    "attending": delegates.c.rsvp == "attending",
    "declined": delegates.c.rsvp == "declined",
    "substituted": delegates.c.rsvp == "substituted",
    "silent": delegates.c.rsvp == "none",
    "silent_linked": (delegates.c.rsvp == "none") & (accounts.c.reachability == "linked"),
    # An erased person (without a key) is nobody to telephone.
    "unreached": (delegates.c.account_id.is_(None) | (accounts.c.reachability != "linked"))
    & (delegates.c.name_key != ""),
}
FILTERS = tuple(_FILTERS)
"""What a list of delegates can be narrowed to."""


def _narrowed(conference: ConferenceId, only: str) -> list[Any]:
    chosen = _FILTERS[only]
    return [_invited(conference)] if chosen is True else [_invited(conference), chosen]


async def listed(
    connection: AsyncConnection, conference: ConferenceId, only: str = "all", limit: int | None = None, offset: int = 0
) -> list[Delegate]:
    """Invited people in the order they were added, narrowed to one of `FILTERS`."""
    query = _query().where(*_narrowed(conference, only)).order_by(delegates.c.id).limit(limit).offset(offset)
    return [_delegate(row) for row in (await connection.execute(query)).all()]


async def of_units(connection: AsyncConnection, conference: ConferenceId, wanted: Iterable[UnitId]) -> list[Delegate]:
    """The invited people of some units of the plan."""
    query = _query().where(_invited(conference), delegates.c.unit_id.in_(list(wanted)))
    return [_delegate(row) for row in (await connection.execute(query.order_by(delegates.c.id))).all()]


async def how_many(connection: AsyncConnection, conference: ConferenceId, only: str = "all") -> int:
    """How many `listed` would give."""
    source = delegates.outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(func.count()).select_from(source).where(*_narrowed(conference, only))
    return int((await connection.execute(query)).scalar_one())


def recipients(conference: ConferenceId, only: str) -> Select[Any]:
    """Account, delegate and reachability of those `listed` would give, for a notice to all of them."""
    source = delegates.outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(delegates.c.account_id, delegates.c.id.label("delegate_id"), accounts.c.reachability)
    return query.select_from(source).where(*_narrowed(conference, only))


async def first_asking(connection: AsyncConnection, conference: ConferenceId) -> Delegate | None:
    """Who has waited longest to be let in."""
    asking = (delegates.c.conference_id == conference) & (delegates.c.state == DelegateState.ASKING.value)
    asking &= delegates.c.substitute_for.is_(None)
    row = (await connection.execute(_query().where(asking).order_by(delegates.c.id).limit(1))).first()
    return None if row is None else _delegate(row)


async def search(connection: AsyncConnection, conference: ConferenceId, text: str, limit: int = 10) -> list[Delegate]:
    """Invited people whose folded name holds every word typed."""
    parts = person_key(text).split()
    holds = [delegates.c.name_key.contains(part, autoescape=True) for part in parts]
    query = _query().where(_invited(conference), *holds).order_by(delegates.c.id).limit(limit)
    return [_delegate(row) for row in (await connection.execute(query)).all()]


async def with_tokens(
    connection: AsyncConnection, conference: ConferenceId, now: datetime
) -> list[tuple[Delegate, str]]:
    """Everybody not linked who has a link that can be opened, with its token; the newest where there are several."""
    live = and_(
        invitations.c.delegate_id == delegates.c.id,
        invitations.c.used_at.is_(None),
        invitations.c.revoked_at.is_(None),
        invitations.c.expires_at.is_(None) | (invitations.c.expires_at > now),
    )
    query = (
        _query()
        .add_columns(invitations.c.token)
        .join(invitations, live)
        .where(_invited(conference), delegates.c.account_id.is_(None))
        .order_by(delegates.c.id, invitations.c.created_at, invitations.c.token)
    )
    newest = {row.id: (_delegate(row), str(row.token)) for row in (await connection.execute(query)).all()}
    return list(newest.values())


async def groups_of(connection: AsyncConnection, conference: ConferenceId) -> dict[GroupId, str]:
    """The conference's groups in order, each with its line."""
    query = select(groups.c.id, groups.c.description).where(groups.c.conference_id == conference)
    rows = (await connection.execute(query.order_by(groups.c.position, groups.c.id))).all()
    return {GroupId(row.id): row.description for row in rows}
