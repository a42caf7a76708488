"""The sums of a list of delegates: who is invited, reached, and coming; groups and units against their quotas."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import DelegateState, Rsvp
from domain.ids import ConferenceId, DelegateId, GroupId, SessionId, UnitId
from domain.rsvp import AnswerRules, Substitutes
from storage.database import upsert
from storage.schema import accounts, attendance_rules, delegates, groups, journal, session_absences, sessions, units


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Sums over places. A place belongs to whoever was named first, or to whoever comes for them: so it counts once.

    Everybody who holds a place is counted once in not_linked | linked | blocked and once in attending | declined |
    silent; both sum up to `invited`. In `substituted` of them a substitute stands for somebody.
    """

    invited: int = 0
    linked: int = 0
    blocked: int = 0
    not_linked: int = 0
    attending: int = 0
    declined: int = 0
    silent: int = 0
    substituted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """A line of *Thành phần tham dự* against the places taken in it; without a `group` those who are in none."""

    group: GroupId | None
    level: str
    description: str
    quota: int | None
    seats: Seats


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The places of a conference, altogether and by group; `asking` are people who wait to be let in."""

    seats: Seats
    asking: int
    by_group: tuple[GroupCount, ...] = ()


def _sum(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_SEATS: dict[str, Any] = {
    "invited": delegates.c.id.is_not(None),
    "linked": accounts.c.reachability == "linked",
    "blocked": accounts.c.reachability != "linked",
    "not_linked": delegates.c.id.is_not(None) & delegates.c.account_id.is_(None),
    "attending": delegates.c.rsvp == Rsvp.ATTENDING.value,
    "declined": delegates.c.rsvp == Rsvp.DECLINED.value,
    "silent": delegates.c.rsvp == Rsvp.NONE.value,
    "substituted": delegates.c.substitute_for.is_not(None),
}
_HOLDS = and_(delegates.c.state == DelegateState.INVITED.value, delegates.c.rsvp != Rsvp.SUBSTITUTED.value)
"""Whoever has sent a substitute holds no place any more; the substitute does."""


async def counts(connection: AsyncConnection, conference: ConferenceId) -> Counts:
    """Who is invited, reached, and coming; the one place where they are counted."""
    named, others = await _by_group(connection, conference), await _in_no_group(connection, conference)
    everybody = (*(each.seats for each in named), others)
    waiting = (delegates.c.state == DelegateState.ASKING.value) & delegates.c.substitute_for.is_(None)
    asking = select(func.count()).select_from(delegates).where(delegates.c.conference_id == conference, waiting)
    rest = GroupCount(group=None, level="", description="", quota=None, seats=others)
    return Counts(
        seats=Seats(**{name: sum(getattr(each, name) for each in everybody) for name in _SEATS}),
        asking=int((await connection.execute(asking)).scalar_one()),
        by_group=(*named, rest) if others.invited else named,
    )


def _seats(row: Any) -> Seats:
    return Seats(**{name: int(getattr(row, name)) for name in _SEATS})


def _sums() -> list[Any]:
    return [_sum(condition).label(name) for name, condition in _SEATS.items()]


async def _by_group(connection: AsyncConnection, conference: ConferenceId) -> tuple[GroupCount, ...]:
    seat = and_(delegates.c.group_id == groups.c.id, _HOLDS)
    source = groups.outerjoin(delegates, seat).outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
    columns = (groups.c.id, groups.c.level, groups.c.description, groups.c.quota)
    query = (
        select(*columns, *_sums())
        .select_from(source)
        .where(groups.c.conference_id == conference)
        .group_by(*columns, groups.c.position)
        .order_by(groups.c.position, groups.c.id)
    )
    return tuple(
        GroupCount(
            group=GroupId(row.id),
            level=row.level,
            description=row.description,
            quota=row.quota,
            seats=_seats(row),
        )
        for row in (await connection.execute(query)).all()
    )


async def _in_no_group(connection: AsyncConnection, conference: ConferenceId) -> Seats:
    source = delegates.outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(*_sums()).select_from(source)
    query = query.where(delegates.c.conference_id == conference, delegates.c.group_id.is_(None), _HOLDS)
    return _seats((await connection.execute(query)).one())


# --- what units and groups may send ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount:
    """A unit against the places its people have taken."""

    unit: UnitId
    name: str
    quota: int | None
    seats: Seats


async def by_unit(
    connection: AsyncConnection, conference: ConferenceId, only: Collection[UnitId] | None = None
) -> list[UnitCount]:
    """Every unit of the plan (or only some) with how many it may send and how many places are taken."""
    seat = and_(delegates.c.unit_id == units.c.id, _HOLDS)
    source = units.outerjoin(delegates, seat).outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
    columns = (units.c.id, units.c.name, units.c.quota)
    query = (
        select(*columns, *_sums())
        .select_from(source)
        .where(units.c.conference_id == conference)
        .group_by(*columns, units.c.position)
        .order_by(units.c.position, units.c.id)
    )
    if only is not None:
        query = query.where(units.c.id.in_(list(only)))
    return [
        UnitCount(unit=UnitId(row.id), name=row.name, quota=row.quota, seats=_seats(row))
        for row in (await connection.execute(query)).all()
    ]


async def lock_unit(connection: AsyncConnection, unit: UnitId) -> None:
    """Keep others from naming people of the unit until the transaction ends."""
    await connection.execute(select(units.c.id).where(units.c.id == unit).with_for_update())


async def set_unit_quota(connection: AsyncConnection, unit: UnitId, quota: int | None) -> None:
    """So many people may the unit send; None for no limit."""
    await connection.execute(update(units).where(units.c.id == unit).values(quota=quota))


async def holding(
    connection: AsyncConnection, conference: ConferenceId, *, unit: int | None = None, group: int | None = None
) -> list[tuple[DelegateId, str]]:
    """Who holds a place of a unit or a group and has not declined: id and name, who was named last first."""
    query = select(delegates.c.id, delegates.c.name).where(
        delegates.c.conference_id == conference,
        _HOLDS,
        delegates.c.rsvp != Rsvp.DECLINED.value,
        delegates.c.unit_id == unit if unit is not None else delegates.c.group_id == group,
    )
    rows = (await connection.execute(query.order_by(delegates.c.id.desc()))).all()
    return [(DelegateId(row.id), row.name) for row in rows]


# --- how answers are taken ------------------------------------------------------------------------------------------


async def rules(connection: AsyncConnection, conference: ConferenceId) -> AnswerRules:
    """How the conference takes answers."""
    query = select(attendance_rules).where(attendance_rules.c.conference_id == conference)
    row = (await connection.execute(query)).first()
    if row is None:
        return AnswerRules()
    return AnswerRules(until=row.answer_until, substitutes=Substitutes(row.substitutes))


async def set_rules(connection: AsyncConnection, conference: ConferenceId, wanted: AnswerRules) -> None:
    """Take answers in this way from now on."""
    values = {"conference_id": conference, "answer_until": wanted.until, "substitutes": wanted.substitutes.value}
    await connection.execute(upsert(connection, attendance_rules, ["conference_id"], values))


async def substitutes_to_settle(connection: AsyncConnection, conference: ConferenceId) -> list[DelegateId]:
    """The substitutes whom organizers have not looked at yet, the oldest first."""
    query = select(delegates.c.id).where(
        delegates.c.conference_id == conference,
        delegates.c.state == DelegateState.ASKING.value,
        delegates.c.substitute_for.is_not(None),
    )
    return [DelegateId(each) for each in (await connection.execute(query.order_by(delegates.c.id))).scalars()]


async def away_by_session(connection: AsyncConnection, conference: ConferenceId) -> dict[SessionId, int]:
    """How many of those who come leave which session out."""
    query = (
        select(session_absences.c.session_id, func.count())
        .join(delegates, delegates.c.id == session_absences.c.delegate_id)
        .where(
            session_absences.c.conference_id == conference,
            delegates.c.state == DelegateState.INVITED.value,
            delegates.c.rsvp.not_in((Rsvp.DECLINED.value, Rsvp.SUBSTITUTED.value)),
        )
        .group_by(session_absences.c.session_id)
    )
    return {SessionId(row[0]): int(row[1]) for row in (await connection.execute(query)).all()}


async def left_out(connection: AsyncConnection, who: DelegateId) -> tuple[str, ...]:
    """The titles of the sessions that a person leaves out."""
    query = (
        select(sessions.c.title)
        .join(session_absences, session_absences.c.session_id == sessions.c.id)
        .where(session_absences.c.delegate_id == who)
        .order_by(sessions.c.position)
    )
    return tuple((await connection.execute(query)).scalars())


async def answers(
    connection: AsyncConnection, conference: ConferenceId, who: DelegateId
) -> list[tuple[datetime, Rsvp]]:
    """Every answer that was given for a person, the oldest first."""
    query = select(journal.c.at, journal.c.data).where(
        journal.c.conference_id == conference,
        journal.c.act == "rsvp",
        journal.c.subject == "delegate",
        journal.c.subject_id == who,
    )
    rows = (await connection.execute(query.order_by(journal.c.id))).all()
    return [(row.at, Rsvp(row.data["now"])) for row in rows]
