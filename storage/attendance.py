"""The sums of a list of delegates: who is invited, reached, and coming, and each group against its quota."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import DelegateState, Rsvp
from domain.ids import ConferenceId, GroupId
from storage.schema import accounts, delegates, groups


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
        _sum(delegates.c.state == DelegateState.ASKING.value),
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
