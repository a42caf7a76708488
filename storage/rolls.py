"""The numbered list: stable numbers for paper sheets, and the search at the door."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, and_, case, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import ERASED_NAME, Delegate, DelegateState, Rsvp
from domain.ids import ConferenceId, DelegateId
from domain.logistics import Field
from domain.vietnamese import name_key, search_key
from storage.schema import delegates, groups, logistics, roll_numbers

_SEAT = Field.SEAT.value
_own, _passed = logistics.alias("own"), logistics.alias("passed")  # once: their columns take long to make
_MOST_UNITS = 500  # names in one IN


def _listed(conference: ConferenceId) -> Any:
    return and_(
        delegates.c.conference_id == conference, delegates.c.state == "invited", delegates.c.name != ERASED_NAME
    )


async def number_everybody(connection: AsyncConnection, conference: ConferenceId) -> None:
    """Give everybody on the list a number. Numbers once given stay; who comes later gets the next ones."""
    numbered = select(roll_numbers.c.delegate_id).where(roll_numbers.c.conference_id == conference)
    query = (
        select(delegates.c.id)
        .outerjoin(groups, groups.c.id == delegates.c.group_id)
        .where(_listed(conference), delegates.c.id.not_in(numbered))
        .order_by(groups.c.id.is_(None), groups.c.position, groups.c.id, delegates.c.unit_text.is_(None))
        .order_by(delegates.c.unit_text, delegates.c.id)
    )
    fresh = list((await connection.execute(query)).scalars())
    last = select(func.coalesce(func.max(roll_numbers.c.number), 0)).where(roll_numbers.c.conference_id == conference)
    first = int((await connection.execute(last)).scalar_one()) + 1 if fresh else 0
    rows = [{"conference_id": conference, "number": first + at, "delegate_id": key} for at, key in enumerate(fresh)]
    if rows:
        await connection.execute(insert(roll_numbers), rows)


async def numbers(connection: AsyncConnection, conference: ConferenceId) -> dict[int, DelegateId]:
    """The list's numbers and whose they are; those of people no longer listed stay theirs."""
    query = select(roll_numbers.c.number, roll_numbers.c.delegate_id).where(roll_numbers.c.conference_id == conference)
    rows = (await connection.execute(query.order_by(roll_numbers.c.number))).all()
    return {int(row.number): DelegateId(row.delegate_id) for row in rows}


async def number_of(connection: AsyncConnection, key: DelegateId) -> int | None:
    """The delegate's number on the list, where one has been given."""
    query = select(roll_numbers.c.number).where(roll_numbers.c.delegate_id == key)
    found = (await connection.execute(query)).scalar()
    return None if found is None else int(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollLine:
    """A person as the door sees them: never with a phone."""

    delegate: DelegateId
    number: int | None
    name: str
    post: str | None
    unit: str | None
    group: str | None
    rsvp: str
    substitute: bool = False
    seat: str | None = None


def _roll(conference: ConferenceId) -> Any:
    return (
        select(delegates, roll_numbers.c.number, groups.c.level, groups.c.description)
        .outerjoin(roll_numbers, roll_numbers.c.delegate_id == delegates.c.id)
        .outerjoin(groups, groups.c.id == delegates.c.group_id)
        .where(_listed(conference))
    )


def group_of(row: Row[Any]) -> str | None:
    """A group as it stands in the plan, its level before it."""
    return ": ".join(part for part in (row.level, row.description) if part) or None


def _roll_line(row: Row[Any]) -> RollLine:
    return RollLine(
        delegate=DelegateId(row.id),
        number=row.number,
        name=row.name,
        post=row.post,
        unit=row.unit_text,
        group=group_of(row),
        rsvp=row.rsvp,
        substitute=row.substitute_for is not None,
    )


async def roll(
    connection: AsyncConnection, conference: ConferenceId, limit: int | None = None, offset: int = 0
) -> list[RollLine]:
    """Everybody on the list in the order of their numbers."""
    query = _roll(conference).order_by(roll_numbers.c.number, delegates.c.id).limit(limit).offset(offset)
    return [_roll_line(row) for row in (await connection.execute(query)).all()]


async def how_many(connection: AsyncConnection, conference: ConferenceId) -> int:
    """How many `roll` would give."""
    query = select(func.count()).select_from(delegates).where(_listed(conference))
    return int((await connection.execute(query)).scalar_one())


async def search(
    connection: AsyncConnection, conference: ConferenceId, text: str, limit: int, offset: int = 0
) -> tuple[list[RollLine], int]:
    """A page of people by number, folded name or unit, names first; and how many there are in all."""
    if text.strip().isdigit():
        which: Any = roll_numbers.c.number == int(text.strip()[:9])
        order: Any = roll_numbers.c.number
    else:
        named = and_(*(delegates.c.name_key.contains(part, autoescape=True) for part in name_key(text).split()))
        belongs = delegates.c.unit_text.in_(await _units_like(connection, conference, search_key(text)))
        which, order = or_(named, belongs), case((named, 0), else_=1)
    query = _roll(conference).where(which)
    total = (await connection.execute(select(func.count()).select_from(query.subquery()))).scalar_one()
    rows = await connection.execute(query.order_by(order, delegates.c.id).limit(limit).offset(offset))
    return [_roll_line(row) for row in rows.all()], int(total)


async def _units_like(connection: AsyncConnection, conference: ConferenceId, wanted: str) -> Collection[str]:
    """The units' names that hold the folded words; SQL does not know that đ is d, so they are folded here."""
    query = select(delegates.c.unit_text).distinct()
    rows = await connection.execute(query.where(_listed(conference), delegates.c.unit_text.is_not(None)))
    return [name for name in rows.scalars() if wanted and wanted in search_key(name)][:_MOST_UNITS]


async def people(connection: AsyncConnection, conference: ConferenceId) -> dict[int, Delegate]:
    """Everybody who ever got a number, as they stand now, by number."""
    columns = (delegates.c.id, delegates.c.name, delegates.c.state, delegates.c.rsvp, roll_numbers.c.number)
    query = select(*columns).join(roll_numbers, roll_numbers.c.delegate_id == delegates.c.id)
    rows = await connection.execute(query.where(roll_numbers.c.conference_id == conference))
    return {
        int(row.number): Delegate(
            id=DelegateId(row.id),
            conference=conference,
            name=row.name,
            state=DelegateState(row.state),
            rsvp=Rsvp(row.rsvp),
        )
        for row in rows.all()
    }


async def line(connection: AsyncConnection, conference: ConferenceId, key: DelegateId) -> RollLine | None:
    """One person on the list as the door sees them, with their seat (a substitute's own, or that of the original)."""
    query = (
        _roll(conference)
        .add_columns(func.coalesce(_own.c.value, _passed.c.value).label("seat"))
        .outerjoin(_own, and_(_own.c.delegate_id == delegates.c.id, _own.c.field == _SEAT))
        .outerjoin(_passed, and_(_passed.c.delegate_id == delegates.c.substitute_for, _passed.c.field == _SEAT))
    )
    row = (await connection.execute(query.where(delegates.c.id == key))).first()
    return None if row is None else replace(_roll_line(row), seat=row.seat)
