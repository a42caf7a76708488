"""The sums of a list of delegates: who is invited, reached, and coming, and each group against its quota."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import DelegateState, Rsvp
from domain.ids import ConferenceId, DelegateId, GroupId, SessionId
from domain.rsvp import AnswerRules, Substitutes
from storage.database import upsert
from storage.schema import accounts, attendance_rules, delegates, groups, session_absences, sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """A line of *Thành phần tham dự* against the people named for it (substitutes stand for their originals)."""

    group: GroupId
    level: str
    description: str
    quota: int | None
    named: int
    attending: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Sums over everybody on the list, substitutes included.

    Each person is counted once in not_linked | linked | blocked and once in attending | declined | substituted |
    silent; both sum up to `invited`.
    """

    invited: int
    linked: int
    blocked: int
    not_linked: int
    attending: int
    declined: int
    substituted: int
    silent: int
    substitutes: int
    asking: int
    by_group: tuple[GroupCount, ...] = ()


def _sum(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


async def counts(connection: AsyncConnection, conference: ConferenceId) -> Counts:
    """Who is invited, reached, and coming."""
    source = delegates.outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
    invited = delegates.c.state == DelegateState.INVITED.value
    sums: Sequence[Any] = (
        _sum(invited),
        _sum(invited & (accounts.c.reachability == "linked")),
        _sum(invited & (accounts.c.reachability != "linked")),
        _sum(invited & delegates.c.account_id.is_(None)),
        *(_sum(invited & (delegates.c.rsvp == each.value)) for each in _ANSWERS),
        _sum(invited & delegates.c.substitute_for.is_not(None)),
        _sum((delegates.c.state == DelegateState.ASKING.value) & delegates.c.substitute_for.is_(None)),
    )
    query = select(*sums).select_from(source).where(delegates.c.conference_id == conference)
    row = [int(each) for each in (await connection.execute(query)).one()]
    return Counts(
        invited=row[0],
        linked=row[1],
        blocked=row[2],
        not_linked=row[3],
        attending=row[4],
        declined=row[5],
        substituted=row[6],
        silent=row[7],
        substitutes=row[8],
        asking=row[9],
        by_group=await _by_group(connection, conference),
    )


_ANSWERS = (Rsvp.ATTENDING, Rsvp.DECLINED, Rsvp.SUBSTITUTED, Rsvp.NONE)


async def _by_group(connection: AsyncConnection, conference: ConferenceId) -> tuple[GroupCount, ...]:
    seat = and_(delegates.c.group_id == groups.c.id, delegates.c.state == DelegateState.INVITED.value)
    query = (
        select(
            groups.c.id,
            groups.c.level,
            groups.c.description,
            groups.c.quota,
            _sum(delegates.c.id.is_not(None) & delegates.c.substitute_for.is_(None)).label("named"),
            _sum(delegates.c.rsvp == Rsvp.ATTENDING.value).label("attending"),
        )
        .select_from(groups.outerjoin(delegates, seat))
        .where(groups.c.conference_id == conference)
        .group_by(groups.c.id, groups.c.level, groups.c.description, groups.c.quota, groups.c.position)
        .order_by(groups.c.position, groups.c.id)
    )
    return tuple(
        GroupCount(
            group=GroupId(row.id),
            level=row.level,
            description=row.description,
            quota=row.quota,
            named=int(row.named),
            attending=int(row.attending),
        )
        for row in (await connection.execute(query)).all()
    )


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
