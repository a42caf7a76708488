"""Rows of one person that stand on two lines of a list, moved to the line that stays."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.duplicates import Listed
from domain.ids import ConferenceId, DelegateId
from storage import checkins, logistics, traces
from storage.schema import (
    delegates,
    feedback_givers,
    feedback_remarks,
    invitations,
    notices,
    poll_voters,
    roll_numbers,
    session_absences,
    speeches,
)

_KEYED: tuple[tuple[Table, str], ...] = (
    (speeches, "session_id"),
    (session_absences, "session_id"),
    (poll_voters, "poll_id"),
    (feedback_givers, "session_key"),
)
"""One row a person and thing: what the line that stays has already is left to the other, which nobody sees."""


async def twice(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Any]:
    """Names that stand more than once on the list: the first line, the name, how many lines."""
    query = (
        select(
            func.min(delegates.c.id).label("first"), func.min(delegates.c.name).label("name"), func.count().label("n")
        )
        .where(delegates.c.conference_id == conference, delegates.c.state == "invited", delegates.c.name_key != "")
        .group_by(delegates.c.name_key)
        .having(func.count() > 1)
        .order_by(func.min(delegates.c.id))
    )
    found: Sequence[Any] = (await connection.execute(query)).all()
    return found


async def everybody(connection: AsyncConnection, conference: ConferenceId) -> list[Listed]:
    """Everybody on the list, as far as it tells them apart."""
    columns = (delegates.c.id, delegates.c.name, delegates.c.unit_text, delegates.c.phone, delegates.c.substitute_for)
    query = select(*columns).where(
        delegates.c.conference_id == conference, delegates.c.state == "invited", delegates.c.name_key != ""
    )
    rows = (await connection.execute(query.order_by(delegates.c.id))).all()
    return [Listed(*row) for row in rows]


async def answered_at(connection: AsyncConnection, key: DelegateId) -> datetime | None:
    """When the person answered last."""
    found: datetime | None = (
        await connection.execute(select(delegates.c.rsvp_at).where(delegates.c.id == key))
    ).scalar_one()
    return found


async def move(connection: AsyncConnection, keep: DelegateId, drop: DelegateId, now: datetime) -> None:
    """Everything that belongs to the dropped line belongs to the other from now on; its unused links die."""
    unused = (invitations.c.delegate_id == drop) & invitations.c.used_at.is_(None) & invitations.c.revoked_at.is_(None)
    await connection.execute(update(invitations).where(unused).values(revoked_at=now))
    for table in (invitations, feedback_remarks):
        await connection.execute(update(table).where(table.c.delegate_id == drop).values(delegate_id=keep))
    await checkins.merge(connection, keep, drop)
    await logistics.pass_on(connection, keep, drop)
    for table, thing in _KEYED:
        have = select(table.c[thing]).where(table.c.delegate_id == keep).scalar_subquery()
        moving = update(table).where(table.c.delegate_id == drop, table.c[thing].not_in(have))
        await connection.execute(moving.values(delegate_id=keep))
    await _number(connection, keep, drop)
    about = update(notices).where(notices.c.subject == "delegate", notices.c.subject_id == drop)
    await connection.execute(about.values(subject_id=keep))
    await traces.forget(connection, [drop])
    stands_for = update(delegates).where(delegates.c.substitute_for == drop)
    await connection.execute(stands_for.values(substitute_for=keep))


async def _number(connection: AsyncConnection, keep: DelegateId, drop: DelegateId) -> None:
    """A number on printed sheets stays true: the one that stays has its own, else the other's."""
    have = (await connection.execute(select(roll_numbers.c.number).where(roll_numbers.c.delegate_id == keep))).first()
    theirs = roll_numbers.c.delegate_id == drop
    if have is None:
        await connection.execute(update(roll_numbers).where(theirs).values(delegate_id=keep))
    else:
        await connection.execute(delete(roll_numbers).where(theirs))
