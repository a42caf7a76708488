"""Reminder rows: one for each session, lead and start, whoever it will go to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    case,
    delete,
    exists,
    false,
    func,
    insert,
    not_,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, DelegateId, NoticeId, SessionId
from domain.reminders import Planned
from storage.database import insert_new
from storage.schema import (
    conferences,
    delegates,
    deliveries,
    notices,
    reminder_choices,
    reminders,
    session_absences,
)

NO_LEAD = ""
"""Stored as the only choice of somebody who wants no reminders."""


PRESSING = (
    select(reminders.c.conference_id, reminders.c.due_at, reminders.c.starts_at)
    .join(conferences, conferences.c.conference_id == reminders.c.conference_id)
    .where(reminders.c.state == "waiting", reminders.c.due_at <= bindparam("until"), conferences.c.state == "published")
)
"""What waits in published conferences and is due `until` then."""


def any_of(conditions: Iterable[ColumnElement[bool]]) -> ColumnElement[bool]:
    """That at least one of these holds."""
    return or_(*conditions)


def planned(row: Row[Any]) -> Planned:
    """The row as the domain sees it."""
    return Planned(session=SessionId(row.session_id), lead=row.lead, starts_at=row.starts_at, due_at=row.due_at)


async def of_conference(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Row[Any]]:
    """All rows of the conference, locked where the database locks rows."""
    query = select(reminders).where(reminders.c.conference_id == conference).order_by(reminders.c.id)
    return (await connection.execute(query.with_for_update())).all()


async def add(connection: AsyncConnection, conference: ConferenceId, rows: Iterable[Planned]) -> None:
    """Store new rows; those that stand there already are left alone."""
    values = [
        {
            "conference_id": conference,
            "session_id": each.session,
            "lead": each.lead,
            "starts_at": each.starts_at,
            "due_at": each.due_at,
            "state": "waiting",
        }
        for each in rows
    ]
    if values:
        await connection.execute(insert_new(connection, reminders, ["session_id", "lead", "starts_at"]), values)


async def put(connection: AsyncConnection, ids: Iterable[int], **values: Any) -> None:
    """Set columns of these rows."""
    rows = [{"row": each} for each in ids]
    if rows:
        await connection.execute(update(reminders).where(reminders.c.id == bindparam("row")).values(values), rows)


async def due(connection: AsyncConnection, conference: ConferenceId, until: datetime) -> Sequence[Row[Any]]:
    """The rows that are due by then, earliest session first, each seen by one worker only."""
    query = (
        select(reminders)
        .where(reminders.c.conference_id == conference, reminders.c.state == "waiting", reminders.c.due_at <= until)
        .order_by(reminders.c.starts_at, reminders.c.session_id, reminders.c.due_at)
        .with_for_update(skip_locked=True)
    )
    return (await connection.execute(query)).all()


async def pressing(connection: AsyncConnection, until: datetime) -> list[tuple[ConferenceId, datetime, datetime]]:
    """Conference, due time and start of the reminders of published conferences that are due by then."""
    query = PRESSING.distinct().order_by(reminders.c.conference_id, reminders.c.due_at)
    rows = (await connection.execute(query, {"until": until})).all()
    return [(ConferenceId(row.conference_id), row.due_at, row.starts_at) for row in rows]


async def audience(connection: AsyncConnection, conference: ConferenceId) -> int:
    """How many linked delegates come."""
    query = (
        select(func.count())
        .select_from(delegates)
        .where(
            delegates.c.conference_id == conference,
            delegates.c.account_id.is_not(None),
            delegates.c.state == "invited",
            delegates.c.rsvp.not_in(("declined", "substituted")),
        )
    )
    return int((await connection.execute(query)).scalar_one())


async def next_due(connection: AsyncConnection) -> datetime | None:
    """When the next reminder is due in any published conference (a rehearsal jumps there)."""
    query = (
        select(reminders.c.due_at)
        .join(conferences, conferences.c.conference_id == reminders.c.conference_id)
        .where(reminders.c.state == "waiting", conferences.c.state == "published")
        .order_by(reminders.c.due_at)
        .limit(1)
    )
    found = (await connection.execute(query)).scalar()
    return found if isinstance(found, datetime) else None


async def told(connection: AsyncConnection, conference: ConferenceId, since: datetime) -> list[NoticeId]:
    """The notices that began the rounds in which people of a conference were reminded since then."""
    query = select(reminders.c.notice_id).where(
        reminders.c.conference_id == conference,
        reminders.c.judged_at > since,
        reminders.c.notice_id.is_not(None),
    )
    return [NoticeId(each) for each in (await connection.execute(query.distinct())).scalars()]


async def rounds(connection: AsyncConnection, first: Iterable[NoticeId]) -> dict[NoticeId, NoticeId]:
    """All notices of the rounds that these notices began: notice → the first of its round."""
    wanted = list(first)
    query = select(notices.c.id, notices.c.subject_id).where(
        notices.c.subject == "reminder_round", notices.c.subject_id.in_(wanted)
    )
    others = (await connection.execute(query)).all()
    return {key: key for key in wanted} | {NoticeId(row.id): NoticeId(row.subject_id) for row in others}


# --- for whom ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """One reminder of a session, and for whom it holds unless they have chosen for themselves.

    `groups` are the groups it holds for, `others` whether it holds for everybody else.
    """

    session: SessionId
    lead: str
    within: frozenset[SessionId] = frozenset()
    groups: frozenset[int] = frozenset()
    not_groups: frozenset[int] = frozenset()
    others: bool = True


async def peculiar(connection: AsyncConnection, conference: ConferenceId) -> tuple[bool, bool]:
    """Whether anybody of the conference has chosen leads, and whether anybody stays away from a session."""
    found = []
    for table in (reminder_choices, session_absences):
        query = select(table.c.conference_id).where(table.c.conference_id == conference).limit(1)
        found.append((await connection.execute(query)).first() is not None)
    return found[0], found[1]


def wanted(conference: ConferenceId, one: Usual, chosen: bool, absent: bool) -> ColumnElement[bool]:
    """Whether a delegate is to have this reminder. What nobody has done (see `peculiar`) is not looked for."""
    usual: ColumnElement[bool] = true() if one.others else false()
    if one.groups or one.not_groups:
        usual = case(
            (delegates.c.group_id.in_(one.groups), True),
            (delegates.c.group_id.in_(one.not_groups), False),
            else_=one.others,
        ).is_(True)
    if chosen:
        mine = and_(
            reminder_choices.c.conference_id == conference, reminder_choices.c.account_id == delegates.c.account_id
        )
        usual = or_(exists().where(mine, reminder_choices.c.lead == one.lead), and_(not_(exists().where(mine)), usual))
    if absent:
        away = exists().where(
            session_absences.c.delegate_id == delegates.c.id,
            session_absences.c.session_id.in_({one.session, *one.within}),
        )
        usual = and_(not_(away), usual)
    return usual


def bits(conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[int]:
    """Which of the conditions hold, as a number: the first is worth 1, the second 2, the third 4 …"""
    total: ColumnElement[int] = case((conditions[0], 1), else_=0)
    for place, condition in enumerate(conditions[1:], 1):
        total = total + case((condition, 1 << place), else_=0)
    return total


async def combinations(connection: AsyncConnection, people: Select[Any], marks: ColumnElement[int]) -> list[int]:
    """The different values of `bits` among the people, none left out but zero."""
    found = people.add_columns(marks.label("marks")).subquery()
    query = select(found.c.marks).where(found.c.marks > 0).distinct().order_by(found.c.marks.desc())
    return [int(each) for each in (await connection.execute(query)).scalars()]


async def people_with_parts(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Any]:
    """Id, name, post, unit and group of the linked delegates who come."""
    query = select(
        delegates.c.id, delegates.c.name, delegates.c.post, delegates.c.unit_text, delegates.c.group_id
    ).where(
        delegates.c.conference_id == conference,
        delegates.c.account_id.is_not(None),
        delegates.c.state == "invited",
        delegates.c.rsvp.not_in(("declined", "substituted")),
    )
    return (await connection.execute(query)).all()


async def say_besides(
    connection: AsyncConnection, notice: NoticeId, people: Iterable[DelegateId], data: dict[str, Any]
) -> None:
    """Let these people read something of their own in a notice."""
    mine = and_(deliveries.c.notice_id == notice, deliveries.c.delegate_id.in_(list(people)))
    await connection.execute(update(deliveries).where(mine).values(data=data))


# --- personal choices -------------------------------------------------------------------------------------------------


async def choices(connection: AsyncConnection, conference: ConferenceId, account: AccountId) -> set[str] | None:
    """The leads somebody has chosen; None where they have not, `{NO_LEAD}` where they want none."""
    query = select(reminder_choices.c.lead).where(
        reminder_choices.c.conference_id == conference, reminder_choices.c.account_id == account
    )
    found = set((await connection.execute(query)).scalars())
    return found or None


async def choose(
    connection: AsyncConnection, conference: ConferenceId, account: AccountId, leads: Iterable[str]
) -> None:
    """Keep what somebody has chosen in place of what they chose before; nothing for what is usual."""
    mine = and_(reminder_choices.c.conference_id == conference, reminder_choices.c.account_id == account)
    await connection.execute(delete(reminder_choices).where(mine))
    rows = [{"conference_id": conference, "account_id": account, "lead": lead} for lead in sorted(set(leads))]
    if rows:
        await connection.execute(insert(reminder_choices), rows)


async def chosen_leads(connection: AsyncConnection, conference: ConferenceId) -> list[str]:
    """All leads that somebody of the conference has chosen."""
    query = select(reminder_choices.c.lead).where(
        reminder_choices.c.conference_id == conference, reminder_choices.c.lead != NO_LEAD
    )
    return sorted((await connection.execute(query.distinct())).scalars())


async def absences(connection: AsyncConnection, delegate: DelegateId) -> set[SessionId]:
    """The sessions that a delegate stays away from."""
    query = select(session_absences.c.session_id).where(session_absences.c.delegate_id == delegate)
    return {SessionId(each) for each in (await connection.execute(query)).scalars()}


async def turn_absence(
    connection: AsyncConnection, conference: ConferenceId, delegate: DelegateId, session: SessionId
) -> bool:
    """Stay away from a session, or come after all; whether it is stayed away from now."""
    mine = and_(session_absences.c.delegate_id == delegate, session_absences.c.session_id == session)
    if (await connection.execute(delete(session_absences).where(mine))).rowcount:
        return False
    values = {"conference_id": conference, "delegate_id": delegate, "session_id": session}
    await connection.execute(insert(session_absences).values(values))
    return True
