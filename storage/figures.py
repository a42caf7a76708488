"""The figures of a conference, counted by the database, and the lists behind them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId
from storage.schema import (
    accounts,
    conferences,
    delegates,
    deliveries,
    groups,
    notices,
    questions,
    reminders,
    tasks,
    units,
)

_REACH = case((delegates.c.account_id.is_(None), "not_linked"), else_=accounts.c.reachability)


def _number(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


async def delivered(connection: AsyncConnection, conference: ConferenceId) -> list[tuple[str, str, str | None, int]]:
    """Deliveries by kind of notice, state and reason: how many."""
    query = (
        select(notices.c.kind, deliveries.c.state, deliveries.c.reason, func.count())
        .join(notices, notices.c.id == deliveries.c.notice_id)
        .where(deliveries.c.conference_id == conference)
        .group_by(notices.c.kind, deliveries.c.state, deliveries.c.reason)
        .order_by(notices.c.kind, deliveries.c.state, deliveries.c.reason)
    )
    return [(row[0], row[1], row[2], int(row[3])) for row in (await connection.execute(query)).all()]


async def acknowledged(connection: AsyncConnection, conference: ConferenceId) -> int:
    """How many deliveries people pressed *received* on."""
    query = select(func.count(deliveries.c.acknowledged_at)).where(deliveries.c.conference_id == conference)
    return int((await connection.execute(query)).scalar_one())


async def reminder_rounds(connection: AsyncConnection, conference: ConferenceId) -> dict[str, int]:
    """Reminder rounds by state (waiting, sent, late, skipped, superseded)."""
    query = select(reminders.c.state, func.count()).where(reminders.c.conference_id == conference)
    rows = (await connection.execute(query.group_by(reminders.c.state))).all()
    return {str(state): int(number) for state, number in rows}


async def tasks_by_unit(connection: AsyncConnection, conference: ConferenceId, now: datetime) -> Sequence[Any]:
    """A row for each unit and state that has tasks: unit, state, number, late."""
    late = and_(tasks.c.deadline < now, tasks.c.state.in_(("assigned", "accepted", "in_progress", "returned")))
    query = (
        select(
            func.coalesce(units.c.name, "").label("unit"),
            tasks.c.state,
            func.count().label("number"),
            _number(late).label("late"),
        )
        .select_from(tasks)
        .outerjoin(units, units.c.id == tasks.c.unit_id)
        .where(tasks.c.conference_id == conference, tasks.c.state != "shared")  # its parts are counted
        .group_by(units.c.id, units.c.name, units.c.position, tasks.c.state)
        .order_by(units.c.position.is_(None), units.c.position, units.c.id, tasks.c.state)
    )
    return (await connection.execute(query)).all()


async def question_numbers(connection: AsyncConnection, conference: ConferenceId) -> tuple[int, int]:
    """How many questions the bot could not answer, and how many of these a person has answered."""
    query = select(func.count(), func.count(questions.c.answered_at)).where(questions.c.conference_id == conference)
    row = (await connection.execute(query)).one()
    return int(row[0]), int(row[1])


async def question_rows(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Row[Any]]:
    """Every question that the bot could not answer, those nobody has answered first."""
    query = select(questions).where(questions.c.conference_id == conference)
    order = (questions.c.answered_at.is_not(None), questions.c.asked_at, questions.c.id)
    return (await connection.execute(query.order_by(*order))).all()


async def delegate_rows(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Any]:
    """Every delegate: name, post, unit_text, group, phone, reach, rsvp, rsvp_reason, substitute (of whom)."""
    original = delegates.alias("original")
    query = (
        select(
            delegates.c.name,
            delegates.c.post,
            delegates.c.unit_text,
            groups.c.description.label("group"),
            delegates.c.phone,
            _REACH.label("reach"),
            delegates.c.rsvp,
            delegates.c.rsvp_reason,
            original.c.name.label("substitute"),
        )
        .select_from(delegates)
        .outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
        .outerjoin(groups, groups.c.id == delegates.c.group_id)
        .outerjoin(original, original.c.id == delegates.c.substitute_for)
        .where(delegates.c.conference_id == conference, delegates.c.state == "invited")
        .order_by(groups.c.id.is_(None), groups.c.position, delegates.c.id)
    )
    return (await connection.execute(query)).all()


async def conference_ids(connection: AsyncConnection) -> list[tuple[ConferenceId, str]]:
    """All conferences, newest first: id, title."""
    query = select(conferences.c.conference_id, conferences.c.title).order_by(conferences.c.conference_id.desc())
    return [(ConferenceId(row.conference_id), row.title) for row in (await connection.execute(query)).all()]
