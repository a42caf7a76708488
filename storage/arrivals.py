"""Who is here of everybody expected: sums by group and unit, and everybody by name."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.checkin import Presence, session_of_key
from domain.delegates import ERASED_NAME
from domain.ids import ConferenceId
from storage.rolls import group_of
from storage.schema import check_ins, delegates, groups, roll_numbers, session_absences


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """Sums of a group or unit. Each person expected is counted once: present, with leave, or without.

    `coming` are those not there yet who said that they come, `silent` those who have not answered.
    """

    name: str | None
    expected: int
    present: int
    with_leave: int
    coming: int
    silent: int

    @property
    def without_leave(self) -> int:
        return self.expected - self.present - self.with_leave


def _number(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _standing(conference: ConferenceId, slot: str) -> tuple[Any, Any, Any, Any, Any]:
    """How to find who came and who leaves just this session out; those two; who is counted at all."""
    here = and_(
        check_ins.c.delegate_id == delegates.c.id,
        check_ins.c.conference_id == conference,
        check_ins.c.slot == slot,
    )
    leaves_out = and_(
        session_absences.c.delegate_id == delegates.c.id,
        session_absences.c.session_id == session_of_key(slot),
    )
    came, away = check_ins.c.id.is_not(None), session_absences.c.session_id.is_not(None)
    expected = and_(delegates.c.rsvp != "substituted", delegates.c.name != ERASED_NAME)
    counted = and_(delegates.c.conference_id == conference, delegates.c.state == "invited", or_(came, expected))
    return here, leaves_out, came, away, counted


async def sums(
    connection: AsyncConnection, conference: ConferenceId, slot: str
) -> list[tuple[str | None, str | None, Arrivals]]:
    """Sums by group and unit: (group's line, unit, sums), in the plan's order, people in no group last.

    Who has sent a substitute is not expected; the substitute is. Who leaves just this session out has leave. Of those
    whose data are erased only the ones who came are counted. All in one pass, however many they are.
    """
    here, leaves_out, came, away, counted = _standing(conference, slot)
    grouped = (
        select(
            delegates.c.group_id,
            delegates.c.unit_text,
            func.count().label("expected"),
            func.count(check_ins.c.id).label("present"),
            _number(~came & or_(away, delegates.c.rsvp == "declined")).label("with_leave"),
            _number(~came & ~away & (delegates.c.rsvp == "attending")).label("coming"),
            _number(~came & ~away & (delegates.c.rsvp == "none")).label("silent"),
        )
        .select_from(delegates.outerjoin(check_ins, here).outerjoin(session_absences, leaves_out))
        .where(counted)
        .group_by(delegates.c.group_id, delegates.c.unit_text)
        .subquery()
    )
    query = (
        select(grouped, groups.c.level, groups.c.description)
        .outerjoin(groups, groups.c.id == grouped.c.group_id)
        .order_by(groups.c.id.is_(None), groups.c.position, groups.c.id, grouped.c.unit_text)
    )
    found = []
    for row in (await connection.execute(query)).all():
        group = group_of(row)
        line = Arrivals(
            name=None,
            expected=row.expected,
            present=row.present,
            with_leave=row.with_leave,
            coming=row.coming,
            silent=row.silent,
        )
        found.append((group, row.unit_text, line))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one person stands in a day or session: when and where they came, or why they declined."""

    number: int | None
    name: str
    post: str | None
    unit: str | None
    group: str | None
    presence: Presence
    at: datetime | None
    place: str | None
    reason: str | None


async def standings(connection: AsyncConnection, conference: ConferenceId, slot: str) -> list[Standing]:
    """Everybody whom `sums` counts, by name, group after group."""
    here, leaves_out, came, away, counted = _standing(conference, slot)
    presence = case(
        (came, Presence.PRESENT.value),
        (or_(away, delegates.c.rsvp == "declined"), Presence.WITH_LEAVE.value),
        else_=Presence.WITHOUT_LEAVE.value,
    )
    columns = (
        delegates.c.name,
        delegates.c.post,
        delegates.c.unit_text,
        delegates.c.rsvp_reason,
        roll_numbers.c.number,
    )
    query = (
        select(*columns, groups.c.level, groups.c.description, check_ins.c.at, check_ins.c.place)
        .add_columns(presence.label("presence"))
        .select_from(delegates.outerjoin(check_ins, here).outerjoin(session_absences, leaves_out))
        .outerjoin(groups, groups.c.id == delegates.c.group_id)
        .outerjoin(roll_numbers, roll_numbers.c.delegate_id == delegates.c.id)
        .where(counted)
        .order_by(groups.c.id.is_(None), groups.c.position, groups.c.id, delegates.c.unit_text, delegates.c.id)
    )
    return [
        Standing(
            number=row.number,
            name=row.name,
            post=row.post,
            unit=row.unit_text,
            group=group_of(row),
            presence=Presence(row.presence),
            at=row.at,
            place=row.place,
            reason=row.rsvp_reason if row.presence == Presence.WITH_LEAVE.value else None,
        )
        for row in (await connection.execute(query)).all()
    ]
