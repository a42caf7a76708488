"""To whom a broadcast goes, as statements: counted, listed, and found by name and unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

from domain.broadcasts import FOCAL_PERSON, PERSON, Audience, Part
from domain.ids import ConferenceId
from domain.vietnamese import name_key, search_key, words
from storage.schema import (
    accounts,
    check_ins,
    delegates,
    focal_people,
    groups,
    session_absences,
    sessions,
    unit_members,
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
    if unit is None:
        return query
    members = select(unit_members.c.member_id).where(unit_members.c.unit_id == unit)  # a collective unit speaks to all
    return query.where(or_(focal_people.c.unit_id == unit, focal_people.c.unit_id.in_(members)))


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
        case "focal_person":
            return and_(delegates.c.account_id == part.id, delegates.c.account_id.in_(_focal(conference)))
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
        case "focal_person":
            return accounts.c.account_id == part.id
        case _:
            return false()


async def count(connection: AsyncConnection, conference: ConferenceId, audience: Audience) -> tuple[int, int]:
    """How many people are meant, and how many of them can be written to."""
    meant = people(conference, audience).subquery()
    reached = func.coalesce(func.sum(case((meant.c.reachability == "linked", 1), else_=0)), 0)
    row = (await connection.execute(select(func.count(), reached).select_from(meant))).one()
    return int(row[0]), int(row[1])


async def unreached(connection: AsyncConnection, conference: ConferenceId, audience: Audience) -> Sequence[Any]:
    """Whom the telephone has to reach: name, post, unit_text, phone, why."""
    meant = people(conference, audience).subquery()
    called, unit = focal_names(meant.c.account, conference)
    query = (
        select(
            func.coalesce(delegates.c.name, called).label("name"),
            delegates.c.post,
            func.coalesce(delegates.c.unit_text, units.c.name, unit).label("unit_text"),
            delegates.c.phone,
            func.coalesce(meant.c.reachability, "not_linked").label("why"),
        )
        .select_from(meant)
        .outerjoin(delegates, delegates.c.id == meant.c.delegate)
        .outerjoin(units, units.c.id == delegates.c.unit_id)
        .where(or_(meant.c.reachability.is_(None), meant.c.reachability != "linked"))
    )
    by_name = query.order_by(delegates.c.name_key.is_(None), delegates.c.name_key, meant.c.account)
    return (await connection.execute(by_name)).all()


def focal_names(account: ColumnElement[Any], conference: Any) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """What a focal person is called, and the unit they answer for (the first of several), by their account."""
    mine, theirs = focal_people.alias(), units.alias()
    first = (
        select(mine.c.name, theirs.c.name.label("unit"))
        .join(theirs, theirs.c.id == mine.c.unit_id)
        .where(mine.c.account_id == account, mine.c.conference_id == conference)
        .order_by(theirs.c.position, theirs.c.id)
        .limit(1)
    )
    return first.with_only_columns(mine.c.name).scalar_subquery(), first.with_only_columns(
        theirs.c.name
    ).scalar_subquery()


async def choices(connection: AsyncConnection, conference: ConferenceId, kind: str) -> list[tuple[int, str]]:
    """What can be chosen of a listed kind: id, name."""
    table, name = {
        "group": (groups, groups.c.description),
        "unit": (units, units.c.name),
        "session": (sessions, sessions.c.title),
    }[kind]
    query = select(table.c.id, name).where(table.c.conference_id == conference).order_by(table.c.position, table.c.id)
    return [(int(key), str(label)) for key, label in (await connection.execute(query)).all()]


async def named(connection: AsyncConnection, conference: ConferenceId, some: Iterable[Part]) -> dict[Part, str]:
    """Single persons, as they are told apart: name, unit."""
    wanted = set(some)
    query = _labelled(conference).where(delegates.c.id.in_([part.id for part in wanted if part.kind == PERSON]))
    found = {Part(PERSON, row.id): _label(row.name, row.unit) for row in await connection.execute(query)}
    if any(part.kind == FOCAL_PERSON for part in wanted):
        found |= {each.part: each.label for each in await _focal_persons(connection, conference)}
    return {part: label for part, label in found.items() if part in wanted}


async def search(connection: AsyncConnection, conference: ConferenceId, text: str, most: int) -> list[tuple[Part, str]]:
    """Persons whose folded name or unit, taken together, holds every word typed, with name and unit.

    Delegates, and those focal people who are none.
    """
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
    listed = (await connection.execute(query.order_by(delegates.c.name_key, delegates.c.id).limit(most))).all()
    found = [_Found(Part(PERSON, row.id), _label(row.name, row.unit), row.name_key) for row in listed]
    known = select(delegates.c.account_id).where(_invited(conference), delegates.c.account_id.is_not(None))
    found += [
        each
        for each in await _focal_persons(connection, conference, besides=known)
        if all(word in search_key(each.label) for word in words(text))
    ]
    return [(each.part, each.label) for each in sorted(found, key=lambda each: (each.key, each.part.id))[:most]]


@dataclass(frozen=True, slots=True)
class _Found:
    part: Part
    label: str
    key: str


async def _focal_persons(
    connection: AsyncConnection, conference: ConferenceId, besides: Select[Any] | None = None
) -> list[_Found]:
    """The focal people of a conference, each once with all their units; those who gave no name go by their units."""
    query = (
        select(focal_people.c.account_id, focal_people.c.name, units.c.name.label("unit"))
        .join(units, units.c.id == focal_people.c.unit_id)
        .where(focal_people.c.conference_id == conference)
        .order_by(units.c.position, units.c.id)
    )
    if besides is not None:
        query = query.where(focal_people.c.account_id.not_in(besides))
    known: dict[int, tuple[str, list[str]]] = {}
    for row in await connection.execute(query):
        name, theirs = known.get(row.account_id, ("", []))
        known[row.account_id] = (name or row.name or "", [*theirs, row.unit])
    return [
        _Found(Part(FOCAL_PERSON, account), _label(name, "; ".join(theirs)), name_key(name))
        for account, (name, theirs) in known.items()
    ]


def _labelled(conference: ConferenceId) -> Select[Any]:
    unit = func.coalesce(units.c.name, delegates.c.unit_text).label("unit")
    return (
        select(delegates.c.id, delegates.c.name, delegates.c.name_key, unit)
        .outerjoin(units, units.c.id == delegates.c.unit_id)
        .where(delegates.c.conference_id == conference)
    )


def _label(name: str | None, unit: str | None) -> str:
    return ", ".join(each for each in (name, unit) if each)
