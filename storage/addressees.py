"""To whom a broadcast goes, as statements: counted, listed, and found by name and unit."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    not_,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.broadcasts import Audience, Part
from domain.ids import ConferenceId
from domain.vietnamese import search_key, words
from storage.schema import (
    accounts,
    check_ins,
    delegates,
    focal_people,
    groups,
    session_absences,
    sessions,
    units,
)
from storage.types import Key


def people(conference: ConferenceId, audience: Audience) -> Select[Any]:
    """Who is meant, each once: account (empty where not linked), delegate (empty for others), reachability.

    The people of a conference are its invited delegates (those who sent a substitute aside) and its focal people.
    A session's people are those who have not declined, as for its reminders.
    """
    combine = and_ if audience.join == "and" else or_
    of_delegate = combine(*(_of_delegate(conference, part) for part in audience.parts)) if audience.parts else false()
    of_focal = combine(*(_of_focal(conference, part) for part in audience.parts)) if audience.parts else false()
    invited = _invited(conference)
    known = select(delegates.c.account_id).where(invited, delegates.c.account_id.is_not(None))
    as_delegates = (
        select(delegates.c.account_id.label("account"), delegates.c.id.label("delegate"), accounts.c.reachability)
        .outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
        .where(invited, of_delegate)
    )
    as_focal = select(accounts.c.account_id, cast(null(), Key), accounts.c.reachability).where(
        accounts.c.account_id.in_(_focal(conference)), accounts.c.account_id.not_in(known), of_focal
    )
    both = union_all(as_delegates, as_focal).subquery()
    return select(both.c.account, both.c.delegate, both.c.reachability)


def _invited(conference: ConferenceId) -> ColumnElement[bool]:
    return and_(
        delegates.c.conference_id == conference, delegates.c.state == "invited", delegates.c.rsvp != "substituted"
    )


def _focal(conference: ConferenceId, unit: int | None = None) -> Select[Any]:
    query = select(focal_people.c.account_id).where(focal_people.c.conference_id == conference)
    return query if unit is None else query.where(focal_people.c.unit_id == unit)


def _checked_in() -> ColumnElement[bool]:
    return exists().where(check_ins.c.delegate_id == delegates.c.id)


def _of_delegate(conference: ConferenceId, part: Part) -> ColumnElement[bool]:
    """Whether the part is true of a delegate."""
    match part.kind:
        case "all" | "delegates":
            return true()
        case "focal":
            return delegates.c.account_id.in_(_focal(conference))
        case "linked":
            return accounts.c.reachability == "linked"
        case "attending" | "declined":
            return delegates.c.rsvp == part.kind
        case "silent":
            return delegates.c.rsvp == "none"
        case "here":
            return _checked_in()
        case "missing":
            return and_(delegates.c.rsvp != "declined", not_(_checked_in()))
        case "person":
            return delegates.c.id == part.id
        case "group":
            return delegates.c.group_id == part.id
        case "unit":
            return or_(delegates.c.unit_id == part.id, delegates.c.account_id.in_(_focal(conference, part.id)))
        case "session":
            away = exists().where(
                session_absences.c.delegate_id == delegates.c.id, session_absences.c.session_id == part.id
            )
            return and_(delegates.c.rsvp != "declined", not_(away))
        case _:
            return false()


def _of_focal(conference: ConferenceId, part: Part) -> ColumnElement[bool]:
    """Whether the part is true of a focal person who is no delegate."""
    match part.kind:
        case "all" | "focal":
            return true()
        case "linked":
            return accounts.c.reachability == "linked"
        case "unit":
            return accounts.c.account_id.in_(_focal(conference, part.id))
        case _:
            return false()


async def count(connection: AsyncConnection, conference: ConferenceId, audience: Audience) -> tuple[int, int]:
    """How many people are meant, and how many of them can be written to."""
    meant = people(conference, audience).subquery()
    reached = func.coalesce(func.sum(case((meant.c.reachability == "linked", 1), else_=0)), 0)
    row = (await connection.execute(select(func.count(), reached).select_from(meant))).one()
    return int(row[0]), int(row[1])


async def unreached(connection: AsyncConnection, conference: ConferenceId, audience: Audience) -> Sequence[Any]:
    """Whom the telephone has to reach: name, post, unit_text, phone, reachability (empty where not linked)."""
    meant = people(conference, audience).subquery()
    query = (
        select(delegates.c.name, delegates.c.post, delegates.c.unit_text, delegates.c.phone, meant.c.reachability)
        .join(meant, meant.c.delegate == delegates.c.id)
        .where(or_(meant.c.reachability.is_(None), meant.c.reachability != "linked"))
    )
    return (await connection.execute(query.order_by(delegates.c.name_key))).all()


async def choices(connection: AsyncConnection, conference: ConferenceId, kind: str) -> list[tuple[int, str]]:
    """What can be chosen of a listed kind: id, name."""
    table, name = {
        "group": (groups, groups.c.description),
        "unit": (units, units.c.name),
        "session": (sessions, sessions.c.title),
    }[kind]
    query = select(table.c.id, name).where(table.c.conference_id == conference).order_by(table.c.position, table.c.id)
    return [(int(key), str(label)) for key, label in (await connection.execute(query)).all()]


async def named(connection: AsyncConnection, conference: ConferenceId, some: Iterable[int]) -> dict[int, str]:
    """Single persons by id, as they are told apart: name, unit."""
    query = _labelled(conference).where(delegates.c.id.in_(list(some)))
    return {int(row.id): _label(row) for row in await connection.execute(query)}


async def search(connection: AsyncConnection, conference: ConferenceId, text: str, most: int) -> list[tuple[int, str]]:
    """Persons whose folded name or unit, taken together, holds every word typed: id, name and unit."""
    query = _labelled(conference).where(_invited(conference))
    said = select(delegates.c.unit_text).where(delegates.c.conference_id == conference).distinct()
    written = [str(each) for each in (await connection.execute(said)).scalars() if each]
    planned = (
        await connection.execute(select(units.c.id, units.c.name).where(units.c.conference_id == conference))
    ).all()
    for word in words(text):
        query = query.where(
            or_(
                delegates.c.name_key.contains(word, autoescape=True),
                delegates.c.unit_text.in_([each for each in written if word in search_key(each)]),
                delegates.c.unit_id.in_([row.id for row in planned if word in search_key(row.name)]),
            )
        )
    found = (await connection.execute(query.order_by(delegates.c.name_key, delegates.c.id).limit(most))).all()
    return [(int(row.id), _label(row)) for row in found]


def _labelled(conference: ConferenceId) -> Select[Any]:
    return (
        select(delegates.c.id, delegates.c.name, func.coalesce(units.c.name, delegates.c.unit_text).label("unit"))
        .outerjoin(units, units.c.id == delegates.c.unit_id)
        .where(delegates.c.conference_id == conference)
    )


def _label(row: Any) -> str:
    return ", ".join(each for each in (row.name, row.unit) if each)
